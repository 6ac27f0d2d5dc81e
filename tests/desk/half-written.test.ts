/** What is half written is lost by nothing but saving or giving it up: Back, another language, a lost session, a colleague, a reload. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../support/broken.ts'
import { forLong, long, longDescribe } from '../support/long.ts'
import { desktop } from '../support/screen/browser.ts'
import { button, openRow, rowOf, signIn, withDesk } from './desk.ts'
import { person } from './fake.ts'
import { request } from './people.ts'
import { callsOf } from './pressing.ts'

const ship = withDesk()
type Desk = typeof ship

/** The desk as it would be if what is told in a form went with the form, and the page without a question. */
const forgetful = forLong(() =>
  withDesk(() =>
    brokenDesk('forgetful', [
      {
        file: 'desk/callbacks/request/acts.tsx',
        find: 'useState(unfinished(id) as',
        put: 'useState(forgetDraft(id) as unknown as',
      },
      { file: 'desk/state/clock.ts', find: '=> performance.now()', put: '=> Date.now()' },
      {
        file: 'desk/shell/entering.ts',
        find: "isHeard ? 'signed-out' : 'unheard'",
        put: "isHeard || !isHeard ? 'signed-out' : 'unheard'",
      },
      { file: 'desk/main.tsx', find: '  askBeforeLeaving(room, hasDrafts)\n', put: '' },
      { file: 'desk/callbacks/request/acts/stranded-note.tsx', find: 'if (!note)', put: 'if (note)' },
    ]),
  ),
)

const NOTE = 'Tytär kuulee huonosti'
const until = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const held = (firstName = 'Helmi', id = 'p1') =>
  request({ row: { status: 'taken', takenBy: { id, firstName }, takenUntil: until(30) } })

async function reading(desk: Desk, one = held(), opening?: Promise<Page>) {
  desk.arrive(one)
  const page = await desk.enterDesk('helmi', opening)
  await button(page, 'Kaikki 1').click()
  await openRow(page, one)
  return { one, page }
}

async function writing(desk: Desk, opening?: Promise<Page>) {
  const { one, page } = await reading(desk, held(), opening)
  await button(page, 'Kirjoita muistiinpano').click()
  await page.getByLabel('Uusi muistiinpano').fill(NOTE)
  return { one, page, note: page.getByLabel('Uusi muistiinpano') }
}

async function choosing(desk: Desk) {
  const { one, page } = await reading(desk)
  await button(page, 'Päätä pyyntö').click()
  await page.getByLabel('Annoin neuvoa').check()
  await page.getByLabel('Kirjattu asiakasjärjestelmään').check()
  return { one, page }
}

/** What stands chosen in the form that is open. */
const chosen = (page: Page) =>
  page
    .locator('.act-form input:checked')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))

const dialogsOf = (page: Page) => {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type())
    void dialog.dismiss()
  })
  return dialogs
}

describe('Back in the middle', () => {
  it('of a note keeps it, and the row says that it is not saved', async () => {
    const { one, page, note } = await writing(ship)
    await page.goBack()
    await rowOf(page, one).getByText('Tallentamatta').waitFor()
    await page.goForward()
    expect(await note.inputValue()).toBe(NOTE)
    await button(page, 'Tallenna muistiinpano').click()
    await page.locator('.notes').getByText(NOTE).waitFor()
    await page.goBack()
    expect(await page.getByText('Tallentamatta').count()).toBe(0)
  })

  long('of an outcome keeps what was chosen; what is given up is gone', async () => {
    const { page } = await choosing(ship)
    await page.goBack()
    await page.goForward()
    await page.getByLabel('Annoin neuvoa').waitFor()
    expect(await chosen(page)).toEqual(['advice-given', 'on'])
    await button(page, 'Peruuta').click()
    await button(page, 'Päätä pyyntö').click()
    expect(await chosen(page)).toEqual([])
  })
})

longDescribe('another language in the middle', () => {
  it('keeps what was chosen', async () => {
    const { page } = await choosing(ship)
    await button(page, 'svenska').click()
    await button(page, 'svenska').and(page.locator('[aria-pressed=true]')).waitFor()
    expect(await chosen(page)).toEqual(['advice-given', 'on'])
  })

  it('keeps the name of one who signs in', async () => {
    const page = await ship.openDesk()
    await page.getByLabel('Käyttäjätunnus').fill('helmi')
    await button(page, 'svenska').click()
    await page.getByLabel('Användarnamn').waitFor()
    expect(await page.getByLabel('Användarnamn').inputValue()).toBe('helmi')
  })
})

describe('a session that ends in the middle of an act', () => {
  it('says that it was not saved, and what was chosen is there after signing in', async () => {
    const { one, page } = await choosing(ship)
    ship.fake.state.people.delete('helmi')
    await button(page, 'Päätä').click()
    await page.getByText('Viimeisin muutoksesi ei tallentunut').waitFor()
    await page.getByText('se, mitä kirjoitit tai valitsit, on tallessa').waitFor()
    ship.fake.state.people.set('helmi', person('p1', 'Helmi'))
    await signIn(page, 'helmi')
    await page.getByLabel('Annoin neuvoa').waitFor()
    expect(await chosen(page)).toEqual(['advice-given', 'on'])
    expect(ship.fake.state.requests.get(one.row.id)?.row.status).toBe('taken')
  })
})

/** The hold ran out, and a colleague took it. */
async function takenAway(desk: Desk, begin: typeof writing | typeof choosing = writing) {
  const { one, page } = await begin(desk)
  one.row = { ...one.row, takenBy: { id: 'p2', firstName: 'Elias' }, takenUntil: until(30) }
  desk.fake.tell('request-taken', one.row.id, 'p2')
  await page.locator('.request-top').getByText('Elias hoitaa').waitFor()
  return page
}

longDescribe('a colleague who takes the request in the middle of a note', () => {
  it('leaves its text to the writer, who is told that it cannot be saved now', async () => {
    const page = await takenAway(ship)
    await page.getByText('Tätä muistiinpanoa ei voi nyt tallentaa').waitFor()
    expect(await page.locator('.acts-bar textarea').inputValue()).toBe(NOTE)
    await button(page, 'Poista teksti').click()
    await page.locator('.acts-bar textarea').waitFor({ state: 'detached' })
  })
})

longDescribe('a colleague who takes the request in the middle of an outcome', () => {
  it('leaves nothing that signing out would have to ask about', async () => {
    const page = await takenAway(ship, choosing)
    await button(page, 'Kirjaudu ulos').click()
    await page.getByText('Kirjauduit ulos').waitFor()
  })
})

describe('two tabs of one coordinator', () => {
  it('write no note twice: what the other tab has changed is shown first, and the text stays', async () => {
    const { one, page, note } = await writing(ship)
    // the other tab’s act, of which no event has come yet
    one.version += 1
    await button(page, 'Tallenna muistiinpano').click()
    await page.getByRole('alert').getByText('tila ehti muuttua').waitFor()
    expect(await note.inputValue()).toBe(NOTE)
    await button(page, 'Tallenna muistiinpano').click()
    await page.locator('.notes').getByText(NOTE).waitFor()
    expect(one.notes).toHaveLength(1)
  })
})

describe('closing or reloading the page', () => {
  it('is asked about in the middle of a note, and not when it has been saved; nor is a call', async () => {
    const { page } = await writing(ship)
    const dialogs = dialogsOf(page)
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => dialogs).toEqual(['beforeunload'])
    const calls = await callsOf(page)
    await page.locator('.phone').click()
    expect(await calls()).toBe(1)
    expect(dialogs).toEqual(['beforeunload'])
    await button(page, 'Tallenna muistiinpano').click()
    await page.locator('.notes').getByText(NOTE).waitFor()
    await page.reload()
    await page.locator('.notes').getByText(NOTE).waitFor()
    expect(dialogs).toEqual(['beforeunload'])
  })
})

longDescribe('signing out while the line is lost', () => {
  it('is told to the server until it has heard, and says so', async () => {
    const { page } = await reading(ship)
    let fails = true
    await page.route('**/api/session', (route) => (fails ? route.abort() : route.continue()))
    await button(page, 'Kirjaudu ulos').click()
    await page.getByText('Palvelin ei ole vielä vastannut').waitFor()
    expect(await page.getByText('Kerttu').count()).toBe(0)
    fails = false
    await page.getByText('Palvelin ei ole vielä vastannut').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByLabel('Käyttäjätunnus').waitFor()
  })
})

/** How the promise of one who has 30 minutes left is said on a workstation whose clock is wrong. */
async function promiseOn(desk: Desk, wrong: { from: number; later?: number }) {
  const page = await desk.ownPage(desktop)
  await page.clock.install({ time: wrong.from })
  const one = desk.arrive(request({ promised: 30 }))
  const opening = page.waitForEvent('websocket')
  await desk.enterDesk('helmi', page)
  if (wrong.later) await page.clock.setSystemTime(wrong.later)
  await page.clock.runFor(20_000)
  // or the line would seem lost, and what is then asked of the server would put the time right
  const heard = (await opening).waitForEvent('framereceived')
  desk.fake.heartbeat()
  await heard
  await page.clock.runFor(11_000)
  return rowOf(page, one).locator('.due-words').innerText()
}
const YEAR = 365 * 86_400_000

longDescribe('a clock that is wrong', () => {
  it.each([
    ['a year ahead', { from: Date.now() + YEAR }],
    ['three days behind', { from: Date.now() - 3 * 86_400_000 }],
    ['put right by a year while the desk stands open', { from: Date.now(), later: Date.now() + YEAR }],
  ])('%s changes no promise', async (_what, wrong) => {
    expect(await promiseOn(ship, wrong)).toMatch(/^Aikaa (2\d|30)\smin/)
  })
})

longDescribe('a desk that forgets (red twin)', () => {
  it('loses an outcome by Back', async () => {
    const { page } = await choosing(forgetful)
    await page.goBack()
    await page.goForward()
    await button(page, 'Päätä pyyntö').click()
    expect(await chosen(page)).toEqual([])
  })
  it('shows no text of a note that a colleague’s act has taken off the screen', async () => {
    const page = await takenAway(forgetful)
    expect(await page.locator('.acts-bar textarea').count()).toBe(0)
  })
  it('counts by a year what a workstation’s clock was put right by', async () => {
    const wrong = { from: Date.now(), later: Date.now() + YEAR }
    expect(await promiseOn(forgetful, wrong)).toContain('Myöhässä')
  })
  it('says that nobody is signed in, of a session that the server has not ended', async () => {
    const { page } = await reading(forgetful)
    await page.route('**/api/session', (route) => route.abort())
    const lost = page.waitForEvent('requestfailed')
    await button(page, 'Kirjaudu ulos').click()
    await lost
    await page.getByLabel('Käyttäjätunnus').waitFor()
    expect(await page.getByText('Palvelin ei ole vielä vastannut').count()).toBe(0)
  })
  it('lets the page go with a note in it', async () => {
    const { page } = await writing(forgetful)
    const dialogs = dialogsOf(page)
    await page.reload()
    await button(page, 'Kirjoita muistiinpano').waitFor()
    expect(dialogs).toEqual([])
  })
})
