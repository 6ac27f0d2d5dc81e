/** The phone rings: one field finds whoever says a reference, a number, a name or a word of theirs, and forgets it when it is left. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../../support/broken.ts'
import { forLong, longDescribe } from '../../support/long.ts'
import { axeFinds, desktop, phone } from '../../support/screen/browser.ts'
import { button, rowOf, signIn, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const ship = withDesk()
type Desk = typeof ship

const field = (page: Page) => page.getByRole('searchbox', { name: 'Hae soittopyyntöä' })
async function lookFor(page: Page, text: string) {
  await field(page).fill(text)
  await field(page).press('Enter')
  await page.getByRole('heading', { name: 'Haun tulokset' }).waitFor()
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

const kerttu = (desk: Desk = ship) => desk.arrive(request({ contact: { name: 'Kerttu Harvinainen' } }))
const closed = (more: Parameters<typeof request>[0] = {}) =>
  request({
    ...more,
    row: { status: 'closed', takenBy: { id: 'p2', firstName: 'Elias' }, ...more.row },
    more: { closing: { outcome: 'advice-given', recorded: false } },
  })

describe('the search', () => {
  it('shows lines with why they are here, is walked by arrows, and Escape leads back to the queue', async () => {
    const [one, other] = [kerttu(), ship.arrive(request({ contact: { name: 'Pekka', ownWords: '' } }))]
    const page = await ship.enterDesk()
    await rowOf(page, other).waitFor()
    await lookFor(page, 'harvinainen')
    const line = rowOf(page, one)
    await line.getByText('Nimi täsmää').waitFor()
    await line.getByText(one.row.reference).waitFor()
    expect(await rowOf(page, other).count()).toBe(0)
    await page.getByText('Jokaisesta näytetystä pyynnöstä jää merkintä käyttölokiin.').waitFor()
    await field(page).press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `Soittopyyntö ${one.row.reference}` }).waitFor()
    // what was found stays beside what is read
    await line.waitFor()
    await field(page).press('Escape')
    await rowOf(page, other).waitFor()
    expect(await field(page).inputValue()).toBe('')
    // an open one that was found is not shown under the name of the closed ones
    await button(page, 'Päätetyt').click()
    await page.getByRole('heading', { name: 'Päätetyt' }).waitFor()
    await lookFor(page, 'harvinainen')
    await line.waitFor()
    await page.getByRole('heading', { name: 'Soittopyynnöt', exact: true }).waitFor()
  })

  it('is told to who cannot see it, and says of nobody where was looked', async () => {
    const page = await ship.enterDesk()
    await lookFor(page, 'kukaties')
    await page.locator('.kept').getByText('Yhtään pyyntöä ei löytynyt.').waitFor()
    await page.getByText('haetaan vain alueidesi avoimista pyynnöistä').waitFor()
    expect(await page.locator('[role="status"], [aria-live]').allInnerTexts()).toContain(
      'Yhtään pyyntöä ei löytynyt.',
    )
    await lookFor(page, 'K-0000')
    await page.getByText('avoimet ja päätetyt pyynnöt, joiden tietoja').waitFor()
    await button(page, 'Lopeta haku').click()
    expect(await focused(page)).toBe('find')
    await field(page).fill('')
    expect(await page.getByRole('heading', { name: 'Haun tulokset' }).count()).toBe(0)
  })

  it('finds what is closed by its reference, with who closed it and how', async () => {
    const one = closed()
    ship.fake.state.requests.set(one.row.id, one)
    const page = await ship.enterDesk()
    await lookFor(page, one.row.reference)
    const line = rowOf(page, one)
    await line.getByText(/^Päätetty .* – Elias$/).waitFor()
    for (const words of ['Annoin neuvoa', 'Kirjaamatta', 'Sama tunnus']) await line.getByText(words).waitFor()
  })

  it('a line tells what has become of it since: closed from here, or taken by a colleague', async () => {
    const [one, other] = [kerttu(), kerttu()]
    const page = await ship.enterDesk()
    await lookFor(page, 'kerttu')
    await rowOf(page, one).getByRole('link').click()
    await button(page, 'Ota hoidettavaksi').click()
    await rowOf(page, one).getByText('Sinulla klo').waitFor()
    await button(page, 'Päätä pyyntö').click()
    await page.getByLabel('Annoin neuvoa').check()
    await button(page, 'Päätä').click()
    await rowOf(page, one)
      .getByText(/^Päätetty .* – Helmi$/)
      .waitFor()
    const takenUntil = new Date(Date.now() + 1_800_000).toISOString()
    other.row = { ...other.row, status: 'taken', takenBy: { id: 'p2', firstName: 'Elias' }, takenUntil }
    ship.fake.tell('request-taken', other.row.id, 'p2')
    await rowOf(page, other).getByText('Elias hoitaa klo').waitFor()
    await rowOf(page, other).getByRole('link').click()
    await rowOf(page, one)
      .getByText(/^Päätetty .* – Helmi$/)
      .waitFor()
    expect(ship.fake.state.lookedFor).toEqual(['kerttu'])
  })

  it('says in words what it cannot look for, and that it was asked too often; what was written stays', async () => {
    const page = await ship.enterDesk()
    ship.fake.state.refuses = { status: 400, code: 'invalid-field', field: '/text' }
    await lookFor(page, 'x')
    await page.getByText('Kirjoita pyynnön tunnus, puhelinnumero').waitFor()
    ship.fake.state.refuses = { status: 429, code: 'too-many-requests' }
    await lookFor(page, 'xy')
    await page.getByText('Yrityksiä on liikaa').waitFor()
    expect(await field(page).inputValue()).toBe('xy')
    await page.route('**/api/desk/search', (route) => route.abort())
    await lookFor(page, 'xyz')
    await page.getByText('Yritä hetken päästä uudelleen').waitFor()
  })
})

describe.each([
  ['a phone', phone],
  ['a desktop', desktop],
] as const)('on %s', (_name, look) => {
  it('axe finds nothing on what was found, and nothing needs sideways scrolling', async () => {
    const one = closed()
    ship.fake.state.requests.set(one.row.id, one)
    kerttu()
    const page = await ship.openDesk(look)
    await signIn(page, 'helmi')
    for (const text of ['kerttu', one.row.reference, 'kukaties']) {
      await lookFor(page, text)
      expect(await axeFinds(page), text).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  })
})

/** Looks for a name and leaves. @returns in what addresses it stood, and where it is still seen */
async function traces(desk: Desk) {
  kerttu(desk)
  const page = await desk.enterDesk()
  const addresses: string[] = []
  page.on('request', (asked) => void addresses.push(asked.url()))
  await lookFor(page, 'harvinainen')
  await page.locator('.kept [data-row]').waitFor()
  addresses.push(page.url())
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  await button(page, 'Kirjaudu ulos').click()
  await signIn(page, 'elias')
  const left = await field(page).inputValue()
  return {
    inAddresses: addresses.some((url) => /harvinainen/i.test(decodeURIComponent(url))),
    isKept: /harvinainen/i.test(kept),
    isLeft: left !== '',
  }
}
const NOWHERE = { inAddresses: false, isKept: false, isLeft: false }

describe('what was looked for', () => {
  it('stands in no address and in nothing that the browser keeps, and is gone for who signs in next', async () => {
    expect(await traces(ship)).toEqual(NOWHERE)
  })
})

longDescribe('a desk that wrote it into an address, or left it for the next (red twin)', () => {
  const careless = forLong(() =>
    withDesk(() =>
      brokenDesk('telling', [
        {
          file: 'desk/callbacks/state/search.ts',
          find: "'/api/desk/search', { text }",
          put: "'/api/desk/search?text=' + encodeURIComponent(text), { text }",
        },
        {
          file: 'desk/callbacks/state/search.ts',
          find: 'whenForgotten(() => searching.set(nothing))',
          put: 'whenForgotten(() => undefined)',
        },
      ]),
    ),
  )
  it('would be found', async () => {
    expect(await traces(careless)).toEqual({ ...NOWHERE, inAddresses: true, isLeft: true })
  })
})
