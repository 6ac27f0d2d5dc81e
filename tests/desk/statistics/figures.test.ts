/** Figures on the screen of a lead: on the real server, by keys and for assistive technology, on paper and as a file. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { cellOf, fileOf } from '../../../desk/statistics/csv.ts'
import { shareOf } from '../../../desk/statistics/numbers.ts'
import { countFigures } from '../../../server/statistics/count.ts'
import { newId } from '../../../server/store/ids.ts'
import { FIGURES } from '../../server/statistics/figures.ts'
import { PASSWORD, type PersonName } from '../../support/app.ts'
import { axeFinds, desktop, phone } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'

const { server, newPage, ownPage } = withServer({ openShadow: false })

/** What was received on a day, that many times. */
const RECEIVED: [string, number, Partial<typeof FIGURES>][] = [
  ['2026-09-10', 60, { outcome: 'advice-given' }],
  ['2026-10-06', 80, { outcome: 'advice-given', life_areas: '["money"]', dont_know_steps: '["applied"]' }],
  ['2026-10-07', 15, { outcome: 'manages-alone', within_promise: 0, same_day: 0, hour: 10 }],
  ['2026-10-08', 3, { outcome: 'handed-over-social', language: 'sv' }],
]

beforeAll(async () => {
  const { store, organisation, clock } = server
  await store.record(organisation, async ({ statistics }) => {
    for (const [day, count, more] of RECEIVED)
      for (let made = 0; made < count; made++)
        await statistics.add({ row: newId(clock.now()), ...FIGURES, lane: 'guidance', ...more, day })
  })
  await countFigures(store, organisation, clock.now())
})

type Look = Parameters<typeof newPage>[0]
async function enter(
  username: PersonName,
  address = '#/statistics',
  look: Look = desktop,
  opening = newPage,
) {
  const page = await opening({ ...look, bypassCSP: false })
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  await page.goto(`${server.url}/desk/${address}`)
  const name = page.getByLabel('Käyttäjätunnus')
  const period = page.locator('.figures-period')
  await name.or(period).first().waitFor()
  if (await name.isVisible()) {
    await name.fill(username)
    await page.getByLabel('Salasana').fill(PASSWORD)
    await button(page, 'Kirjaudu').click()
  }
  return { page, refused }
}
const figuresOf = async (look?: Look, address?: string) => {
  const entered = await enter('marja', address, look)
  await entered.page.locator('.figures-period').waitFor()
  return entered
}
const rowOf = (page: Page, table: string, name: string) =>
  page
    .getByRole('region', { name: table, exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const cells = async (page: Page, table: string, name: string) =>
  (await rowOf(page, table, name).getByRole('cell').allInnerTexts()).map((text) => text.trim())

describe('figures', () => {
  it('begin with the month that has ended, beside the one before, and say until when they count', async () => {
    const { page, refused } = await figuresOf()
    await page.getByRole('heading', { name: 'lokakuu 2026' }).waitFor()
    const headline = page.locator('.headline').first()
    expect(await headline.innerText()).toMatch(
      /Pyyntöjä\s+100\s+Lisäksi avoinna: alle 5\s+Edellisessä jaksossa 60/,
    )
    await page.getByText('Laskettu tänään klo').waitFor()
    expect(await cells(page, 'Mihin päädyttiin', 'Annettiin neuvoa')).toEqual(['80', '', '60'])
    expect(refused).toEqual([])
  })

  it('hide what is under five in a word, and no share is told from what is left', async () => {
    const { page } = await figuresOf()
    expect((await cells(page, 'Mihin päädyttiin', 'Asia siirrettiin sosiaalipalveluihin'))[0]).toBe('alle 5')
    expect(await rowOf(page, 'Kielittäin', 'ruotsi').count()).toBe(0)
    await page.getByText('alle viiden luku on merkitty ”alle 5”').waitFor()
    expect(shareOf(100, null)).toEqual({ bound: 'least', percent: 96 })
    expect(shareOf(null, 100)).toEqual({ bound: 'most', percent: 4 })
    expect(shareOf(90, 10)).toEqual({ bound: 'about', percent: 90 })
    expect(shareOf(null, null)).toBeUndefined()
  })

  it('tell areas together where one person works in each, and why', async () => {
    const { page } = await figuresOf()
    await page.getByText('on oltava vähintään kolme palveluohjaajaa').waitFor()
    expect(await rowOf(page, 'Alueittain', 'Alueet yhdessä').count()).toBe(1)
  })

  it('turn to a week and back by keys alone, and the address keeps what is looked at', async () => {
    const { page } = await figuresOf()
    await page.getByLabel('Jakso').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'syyskuu 2026' }).waitFor()
    expect(page.url()).toContain('#/statistics/2026-09')
    await page.getByLabel('Jakso').selectOption('2026-W41')
    await page.getByRole('heading', { name: 'viikko 41/2026' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'syyskuu 2026' }).waitFor()
  })

  it('turn to another language where they stand, with the names of their groups', async () => {
    const { page } = await figuresOf()
    await button(page, 'svenska').click()
    await page.getByRole('heading', { name: 'oktober 2026' }).waitFor()
    expect((await cells(page, 'Vad det ledde till', 'Ärendet överfördes till socialservicen'))[0]).toBe(
      'under 5',
    )
    expect(await rowOf(page, 'Efter livsområde', 'Pengar och räkningar').count()).toBe(1)
    await button(page, 'suomi').click()
    await page.getByRole('heading', { name: 'lokakuu 2026' }).waitFor()
  })

  it('of a period that nobody counted are a sentence, and the period before stays', async () => {
    const { page } = await figuresOf()
    await page.evaluate(() => {
      location.hash = '#/statistics/2019-01'
    })
    await page.getByRole('alert').getByText('Tästä jaksosta ei ole lukuja').waitFor()
    await page.getByRole('heading', { name: 'lokakuu 2026' }).waitFor()
  })

  it('give axe nothing to find, by day and by night, on a phone too, and nothing needs sideways scrolling', async () => {
    for (const look of [desktop, phone]) {
      const { page } = await figuresOf({ ...look, colorScheme: 'light' })
      await page.getByRole('img', { name: 'Pyyntöjä' }).waitFor()
      expect(await axeFinds(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await axeFinds(page, ['color-contrast'])).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  })

  it('on paper are the tables without what is pressed', async () => {
    const { page } = await figuresOf()
    await page.emulateMedia({ media: 'print' })
    expect(await button(page, 'Tulosta').isVisible()).toBe(false)
    expect(await page.getByText('Kirjaudu ulos').isVisible()).toBe(false)
    expect(await rowOf(page, 'Mihin päädyttiin', 'Pärjää itse').isVisible()).toBe(true)
  })

  it('are taken out as a file in the words of the screen, and who did so is recorded', async () => {
    const { page } = await figuresOf()
    const coming = page.waitForEvent('download')
    await button(page, 'Lataa taulukkona').click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('kynnys-2026-10.csv')
    const text = readFileSync((await file.path()) as string, 'utf8')
    expect(text.startsWith('\ufeffTaulukko;Ryhmä;Pyyntöjä;Edellinen jakso;')).toBe(true)
    expect(text).toContain('\r\nMihin päädyttiin;Asia siirrettiin sosiaalipalveluihin;alle 5;alle 5\r\n')
    expect(text).not.toMatch(/^(?:[^;]*;)*[=+@]/m)
    const rows = await server.store.read(server.organisation, (view) => view.log.accesses(0, 10_000))
    expect(rows.filter(({ action }) => action === 'figures.exported').length).toBeGreaterThan(0)
  })

  it('are not for a coordinator: the address leads to the queue', async () => {
    const { page } = await enter('helmi', '#/statistics', desktop, ownPage)
    await page.getByRole('heading', { name: 'Soittopyynnöt' }).waitFor()
    expect(await page.locator('.figures').count()).toBe(0)
  })
})

describe('a cell of the file', () => {
  it('is never a formula, and whole whatever stands in it', () => {
    for (const text of ['=1+1', '+358', '-2', '@SUM(A1)', '\t=1', '\r=1']) {
      expect(cellOf(text)).toMatch(/^"?'/)
    }
    expect(cellOf('Raha; velat "ja" muu')).toBe('"Raha; velat ""ja"" muu"')
    expect(cellOf('klo 9–10')).toBe('klo 9–10')
    expect(fileOf([['a', '=b'], ['c']])).toBe("\ufeffa;'=b\r\nc\r\n")
  })

  it('as it stands would be reckoned by a spreadsheet (red twin)', () => {
    const asItStands = (text: string) => text
    expect(asItStands('=1+1')).toMatch(/^=/)
    expect(cellOf('=1+1')).not.toMatch(/^=/)
  })
})
