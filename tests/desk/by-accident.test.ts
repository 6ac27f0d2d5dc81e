/** Nothing is done by accident: a second press, a held key, a press meant for what stood there before the queue moved. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { brokenDesk } from '../support/broken.ts'
import { some } from '../support/evidence.ts'
import { forLong, longDescribe } from '../support/long.ts'
import { phone } from '../support/screen/browser.ts'
import { button, inReach, openRow, rowOf, withDesk } from './desk.ts'
import { request } from './people.ts'
import { callsOf, drawn, holdKey, placeOf, press, sentBy, stretchMoments } from './pressing.ts'

const ship = withDesk()
type Desk = typeof ship

/** The desk as it would be without a look at what has just come to a place. */
const careless = forLong(() =>
  withDesk(() =>
    brokenDesk('careless', [{ file: 'desk/main.tsx', find: '  passOverUnread(room)\n', put: '' }]),
  ),
)

const held = (more: Parameters<typeof request>[0] = {}) => {
  const takenUntil = new Date(Date.now() + 1_800_000).toISOString()
  const taken = { status: 'taken', takenBy: { id: 'p1', firstName: 'Helmi' }, takenUntil } as const
  return request({ ...more, row: { ...taken, ...more.row } })
}
const dangerous = () =>
  held({ contact: { safeToCall: false, safeWhen: 'Vain kun mies on töissä, klo 9–11.' } })

async function reading(desk: Desk, one: OpenRequest) {
  desk.arrive(one)
  const page = await desk.enterDesk()
  await button(page, 'Kaikki 1').click()
  await openRow(page, one)
  return page
}

/** What stands at the foot of the request: a form by its title, or nothing but buttons. */
const formOf = (page: Page) => page.locator('.act-form h4').allInnerTexts()

/** Opens a form and leaves it by a hand that presses thrice. @returns what was done besides */
async function leaveForm(desk: Desk, open: string, leave: string, times: 2 | 3 = 3) {
  const page = await reading(desk, held({ row: { attempts: 1 } }))
  const sent = sentBy(page)
  await (await inReach(page, open)).click()
  await press(page, button(page, leave), { times, changed: () => drawn(page) })
  await button(page, 'Kaikki 1').click()
  return [...sent, ...(await formOf(page))]
}

/** Leaves a form by a key that is held down. @returns the form that then stands there */
async function leaveHolding(desk: Desk) {
  const page = await reading(desk, held())
  await button(page, 'Merkitse soittoyritys').click()
  await button(page, 'Peruuta').focus()
  await holdKey(page, 'Enter', () => drawn(page))
  return formOf(page)
}

/** Does an act of one press by a hand that presses thrice. @returns what was done in all */
async function doThrice(desk: Desk, one: OpenRequest, name: string) {
  const page = await reading(desk, one)
  const sent = sentBy(page)
  const changed = () => button(page, name).waitFor({ state: 'detached' })
  await press(page, await inReach(page, name), { times: 3, changed })
  return [...sent, ...(await formOf(page))]
}

async function closeThrice(desk: Desk) {
  const one = held()
  const page = await reading(desk, one)
  const sent = sentBy(page)
  await button(page, 'Päätä pyyntö').click()
  await page.getByLabel('Annoin neuvoa').check()
  const changed = () => page.getByText('ei ole vielä kirjattu').waitFor()
  await press(page, button(page, 'Päätä'), { times: 3, changed })
  await expect.poll(() => desk.fake.state.requests.get(one.row.id)?.row.status).toBe('closed')
  return { sent, page }
}

describe('a hand that presses thrice', () => {
  it.each(
    some(
      [
        ['Merkitse soittoyritys', 'Peruuta'],
        ['Päätä pyyntö', 'Peruuta'],
        ['Siirrä muualle', 'Peruuta'],
        ['Merkitse: ei tavoitettu', 'Peruuta'],
        ['Kirjoita muistiinpano', 'Jatka myöhemmin'],
      ],
      5,
    ),
  )('leaves “%s” and does nothing else', async (open, leave) => {
    expect(await leaveForm(ship, open, leave)).toEqual([])
  })

  it.each(
    some(
      [
        ['Ota hoidettavaksi', request, 'take'],
        ['Merkitse tavoitetuksi', held, 'reached'],
        ['Vapauta takaisin jonoon', held, 'release'],
      ] as const,
      3,
    ),
  )('does “%s” once, and nothing of what then stands there', async (name, make, act) => {
    expect(await doThrice(ship, make(), name)).toEqual([act])
  })

  it('closes, and does not say of what is closed that it has been recorded', async () => {
    const { sent, page } = await closeThrice(ship)
    expect(sent).toEqual(['close'])
    await page.getByText('ei ole vielä kirjattu').waitFor()
  })

  it.each(some(['mouse', 'Enter', 'Enter, held'], 3))(
    'asks for the number of one who is not safe, and does not call it (%s)',
    async (by) => expect(await revealed(ship, by)).toBe(0),
  )
})

describe('a key that is held down', () => {
  it('leaves a form, and does not open it again', async () => {
    expect(await leaveHolding(ship)).toEqual([])
  })
})

/** Asks for a number that is shown only to one who has read when it is safe. @returns how often it was then called */
async function revealed(desk: Desk, by: string) {
  const page = await reading(desk, dangerous())
  const calls = await callsOf(page)
  const ask = button(page, 'Luin tämän. Näytä numero')
  const shown = () => page.locator('.phone').waitFor()
  if (by === 'mouse') await press(page, ask, { times: 3, changed: shown })
  else {
    await stretchMoments(page)
    await ask.focus()
    if (by === 'Enter, held') await holdKey(page, 'Enter', shown)
    else {
      await page.keyboard.press('Enter')
      await shown()
      await page.keyboard.press('Enter')
    }
  }
  await button(page, 'Odottaa 0').click()
  return calls()
}

/** Another person’s row comes under the pointer, where nobody could have read it. @returns what the press opened */
async function pressMoved(desk: Desk) {
  const gone = desk.arrive(request({ promised: 100 }))
  desk.arrive(request({ promised: 120 }))
  const page = await desk.enterDesk()
  const { x, y } = await placeOf(rowOf(page, gone))
  await page.mouse.move(x, y)
  await stretchMoments(page)
  desk.fake.state.requests.delete(gone.row.id)
  desk.fake.tell('request-withdrawn', gone.row.id)
  await rowOf(page, gone).waitFor({ state: 'detached' })
  await page.mouse.click(x, y)
  await button(page, 'Kaikki 1').click()
  return new URL(page.url()).hash
}

/** A finger comes down where a row has just been moved by one that came above it. */
async function tapMoved(desk: Desk) {
  const waiting = desk.arrive(request({ promised: 200 }))
  const page = await desk.enterDesk('helmi', desk.newPage(phone))
  const { x, y } = await placeOf(rowOf(page, waiting))
  await stretchMoments(page)
  await rowOf(page, desk.arrive(request({ promised: 30 }))).waitFor()
  await page.touchscreen.tap(x, y)
  await drawn(page)
  return new URL(page.url()).hash
}

/** “Open the first” leads to another person before it is pressed. */
async function pressFirst(desk: Desk) {
  desk.arrive(request({ promised: 200 }))
  const page = await desk.enterDesk()
  const first = page.locator('.request-none a')
  const { x, y } = await placeOf(first)
  await stretchMoments(page)
  const { row } = desk.arrive(request({ promised: 30 }))
  await page.locator(`.request-none a[href$="${row.id}"]`).waitFor()
  await page.mouse.click(x, y)
  await button(page, 'Kaikki 2').click()
  return new URL(page.url()).hash
}

describe('a press meant for who stood there before the queue moved', () => {
  it.each(
    some(
      [
        ['a row that comes under the pointer', pressMoved],
        ['a row that comes under the finger', tapMoved],
        ['the offer to open the first', pressFirst],
      ],
      3,
    ),
  )('opens nobody else: %s', async (_what, opens) => {
    expect(await opens(ship)).toBe('')
  })
})

describe('all else answers at once', () => {
  it('a moment ends by itself, and a key that has gone on is not held up', async () => {
    const page = await reading(ship, dangerous())
    const calls = await callsOf(page)
    await button(page, 'Luin tämän. Näytä numero').click()
    await page.locator('.phone').click()
    expect(await calls()).toBe(1)
    await page.keyboard.press('Shift')
    await page.keyboard.press('Enter')
    expect(await calls()).toBe(2)
  })
})

longDescribe('a desk that does not look (red twin)', () => {
  it('marks as reached one whom nobody has reached, or opens a form, after a form was left', async () => {
    expect(await leaveForm(careless, 'Merkitse soittoyritys', 'Peruuta', 2)).not.toEqual([])
  })
  it('says of what is closed that it has been recorded, and lets it be erased', async () => {
    const { sent } = await closeThrice(careless)
    await expect.poll(() => sent).toEqual(['close', 'close'])
  })
  it('opens again by a held key what was left', async () => {
    expect(await leaveHolding(careless)).toEqual(['Merkitse soittoyritys'])
  })
  // of a held key Chromium follows no link by itself
  it.each(['mouse', 'Enter'])('calls one for whom it is not safe (%s)', async (by) => {
    expect(await revealed(careless, by)).toBeGreaterThan(0)
  })
  it.each([
    ['a row under the pointer', pressMoved],
    ['a row under the finger', tapMoved],
    ['the first', pressFirst],
  ])('opens another person’s request: %s', async (_what, opens) => {
    expect(await opens(careless)).not.toBe('')
  })
})
