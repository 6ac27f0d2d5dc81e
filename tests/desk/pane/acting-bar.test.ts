/** The bar of acts: few in sight, what is missing is said, focus stays with the eye, and a hand-over tells why. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../../support/broken.ts'
import { forLong, long, longDescribe } from '../../support/long.ts'
import { button, openRow, signIn, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const ship = withDesk()
type Desk = typeof ship

/** The desk as it would be if a press that cannot be done said nothing, and all buttons stood in sight. */
const mute = forLong(() =>
  withDesk(() =>
    brokenDesk('mute-bar', [
      {
        file: 'desk/callbacks/request/acts/form.tsx',
        find: 'if (!ready) leadThere()',
        put: 'if (!ready) void leadThere',
      },
      {
        file: 'desk/callbacks/request/acts.tsx',
        find: "if (document.activeElement === document.body) document.getElementById('acts')?.focus()\n    isActing",
        put: 'isActing',
      },
    ]),
  ),
)

const held = (more: Parameters<typeof request>[0] = {}) =>
  request({
    ...more,
    row: {
      status: 'taken',
      takenBy: { id: 'p1', firstName: 'Helmi' },
      takenUntil: new Date(Date.now() + 1_800_000).toISOString(),
      ...more.row,
    },
  })

async function reading(desk: Desk, one = held()) {
  desk.arrive(one)
  const page = await desk.enterDesk()
  await page.getByRole('button', { name: /^Kaikki/ }).click()
  await openRow(page, one)
  return page
}
const acts = (page: Page) => page.locator('.acts-bar .acts > [data-act]:visible')
/** A button that looks as if it could not be pressed yet is pressed all the same, by its key. */
const pressGrey = (page: Page, name: string) => button(page, name).press('Enter')
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName)

describe('the acts', () => {
  it('are at most four in sight; the others come by one press, a decision about a person last and apart', async () => {
    const page = await reading(ship, held({ row: { attempts: 3 } }))
    expect(await acts(page).allInnerTexts()).toEqual([
      'Merkitse soittoyritys',
      'Merkitse tavoitetuksi',
      'Päätä pyyntö',
      'Kirjoita muistiinpano',
    ])
    await button(page, 'Muut toimet').click()
    expect((await acts(page).allInnerTexts()).at(-1)).toBe('Merkitse: ei tavoitettu')
    const apart = await button(page, 'Merkitse: ei tavoitettu').evaluate(
      (one) => getComputedStyle(one).marginInlineStart,
    )
    expect(Number.parseFloat(apart)).toBeGreaterThan(0)
  })
})

describe('a button that cannot be pressed yet', () => {
  it('says what is missing, leads there, and is quiet when it has been told', async () => {
    const page = await reading(ship)
    await button(page, 'Päätä pyyntö').click()
    await pressGrey(page, 'Päätä')
    await page.getByRole('alert').getByText('Valitse ensin, mihin päädyitte.').waitFor()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('outcome')
    await page.getByLabel('Annoin neuvoa').check()
    expect(await page.getByText('Valitse ensin, mihin päädyitte.').count()).toBe(0)
  })

  long('says of a note that it has to be written', async () => {
    const page = await reading(ship)
    await button(page, 'Kirjoita muistiinpano').click()
    await pressGrey(page, 'Tallenna muistiinpano')
    await page.getByRole('alert').getByText('Kirjoita ensin muistiinpano.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  })
})

describe('focus', () => {
  it('stands at the work after signing in', async () => {
    const page = await ship.openDesk()
    await signIn(page, 'helmi')
    await expect.poll(() => focused(page)).toBe('queue')
  })

  it('goes on at the acts while what an act has changed is still being read, and stays where one has gone meanwhile', async () => {
    const page = await reading(ship)
    let answer = () => {}
    const waits = new Promise<void>((done) => {
      answer = done
    })
    await page.route('**/api/desk/queue*', async (route) => {
      await waits
      await route.continue()
    })
    await button(page, 'Merkitse tavoitetuksi').click()
    await expect.poll(() => focused(page)).toBe('acts')
    await page.keyboard.press('Tab')
    const gone = await focused(page)
    expect(gone).toBe('BUTTON')
    answer()
    await page.locator('[data-announcer]').getByText('Merkitty tavoitetuksi.').waitFor({ state: 'attached' })
    expect(await focused(page)).toBe(gone)
  })
})

const REASON = 'Muutti Keuruulle, puhuttiin vuokrasta.'

async function handOver(page: Page) {
  await button(page, 'Muut toimet').click()
  await button(page, 'Siirrä muualle').click()
  await pressGrey(page, 'Siirrä')
  await page.getByText('Valitse ensin, mille alueelle.').waitFor()
}

describe('a hand-over', () => {
  it('asks why, and whoever receives the request reads it before all else', async () => {
    const one = held()
    const page = await reading(ship, one)
    await handOver(page)
    await page.getByLabel(/^Länsi/).check()
    await page.getByText('Kirjoita ensin, miksi siirrät.').waitFor()
    await page.getByLabel('Miksi siirrät?').fill(REASON)
    await button(page, 'Siirrä').click()
    await page.locator('.request-top').getByText(REASON).waitFor()
    expect(await page.locator('.handover').innerText()).toContain('Helmi siirsi tänne')
    expect(ship.fake.state.requests.get(one.row.id)?.row.area).toBe('west')
  })

  it('goes to another lane of the same register, also within the area', async () => {
    const helmi = ship.fake.state.people.get('helmi')
    if (helmi)
      helmi.lanes = [
        { lane: 'guidance', register: 'health', names: { fi: 'Palveluohjaus' } },
        { lane: 'consultation', register: 'health', names: { fi: 'Konsultaatio' } },
        { lane: 'social', register: 'social', names: { fi: 'Sosiaalityö' } },
      ]
    const one = held()
    const page = await reading(ship, one)
    await handOver(page)
    expect(await page.getByLabel('Sosiaalityö').count()).toBe(0)
    await page.getByLabel(/\(sama alue\)/).check()
    await page.getByText('Valitse toinen alue, toinen jono tai työkaveri.').waitFor()
    await page.getByLabel('Konsultaatio').check()
    await page.getByLabel('Miksi siirrät?').fill(REASON)
    await button(page, 'Siirrä').click()
    await expect.poll(() => ship.fake.state.requests.get(one.row.id)?.row.lane).toBe('consultation')
    expect(ship.fake.state.requests.get(one.row.id)?.row.area).toBe('north')
  })
})

describe('a hand-over to a colleague', () => {
  it('is of who looks after the area today, and is theirs at once', async () => {
    const helmi = ship.fake.state.people.get('helmi')
    if (helmi)
      helmi.colleagues = [
        { id: 'p2', firstName: 'Elias', areas: ['north'] },
        { id: 'p3', firstName: 'Marja', areas: ['west'] },
      ]
    const one = held()
    const page = await reading(ship, one)
    await handOver(page)
    await page.getByLabel(/\(sama alue\)/).check()
    expect(await page.getByLabel('Marja').count()).toBe(0)
    await page.getByLabel('Elias').check()
    await page.getByLabel('Miksi siirrät?').fill(REASON)
    await button(page, 'Siirrä').click()
    await page.locator('.request-top').getByText('Elias hoitaa').waitFor()
    expect(ship.fake.state.requests.get(one.row.id)?.row).toMatchObject({
      status: 'taken',
      takenBy: { id: 'p2' },
      area: 'north',
    })
  })
})

describe('who has read a request', () => {
  it('is told on demand, by name and time', async () => {
    ship.fake.state.readings = [
      { by: 'Elias', what: 'copied', times: 1, last: new Date().toISOString() },
      { by: 'Marja', what: 'opened', times: 3, last: new Date().toISOString() },
    ]
    const page = await reading(ship)
    expect(await page.getByText('Elias kopioi').count()).toBe(0)
    await button(page, 'Kuka on lukenut?').click()
    await page.getByText(/^Elias kopioi tiedot asiakasjärjestelmää varten tänään klo/).waitFor()
    await page.getByText(/^Marja avasi pyynnön 3 kertaa, viimeksi tänään klo/).waitFor()
  })
})

longDescribe('a bar that says nothing (red twin)', () => {
  it('would leave a press without an answer', async () => {
    const page = await reading(mute)
    await button(page, 'Päätä pyyntö').click()
    await pressGrey(page, 'Päätä')
    await page.getByLabel('Annoin neuvoa').check()
    expect(await page.getByRole('alert').getByText('Valitse ensin').count()).toBe(0)
  })

  it('would lose the focus with the button', async () => {
    const page = await reading(mute)
    await page.route('**/api/desk/queue*', () => {})
    await button(page, 'Merkitse tavoitetuksi').click()
    await button(page, 'Merkitse tavoitetuksi').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('BODY')
  })
})
