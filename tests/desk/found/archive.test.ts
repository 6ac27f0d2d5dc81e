/** Yesterday’s and mine: what was closed is listed beside the request that is read, and opened again by two presses. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axeFinds, desktop, phone } from '../../support/screen/browser.ts'
import { button, openRow, rowOf, signIn, withDesk } from '../desk.ts'
import { request } from '../people.ts'
import { sentBy } from '../pressing.ts'

const { fake, enterDesk, openDesk } = withDesk()

function closed(by = { id: 'p1', firstName: 'Helmi' }, recorded = true, minutes = 0) {
  const one = request({
    row: { status: 'closed', takenBy: by },
    more: { closing: { outcome: 'advice-given', recorded } },
  })
  const at = new Date(Date.now() - minutes * 60_000).toISOString()
  one.history.push({ number: 9000 + minutes, type: 'request-closed', at, request: one.row.id })
  fake.state.requests.set(one.row.id, one)
  return one
}
const elias = { id: 'p2', firstName: 'Elias' }
const showArchive = async (page: Page) => {
  await button(page, 'Päätetyt').click()
  await page.getByRole('heading', { name: 'Päätetyt' }).waitFor()
}

describe('the archive', () => {
  it('has what I closed, then that of my areas, and leads back to the queue', async () => {
    const [mine, others] = [closed(), closed(elias, false)]
    const waiting = request()
    fake.state.requests.set(waiting.row.id, waiting)
    const page = await enterDesk()
    await showArchive(page)
    await rowOf(page, mine)
      .getByText(/^Päätetty tänään .* – Helmi$/)
      .waitFor()
    expect(await rowOf(page, others).count()).toBe(0)
    await button(page, 'Kaikki alueeni').click()
    await rowOf(page, others).getByText('Kirjaamatta').waitFor()
    await page.getByRole('option', { name: 'pe 27.11. alkaen' }).waitFor({ state: 'attached' })
    await page.getByRole('combobox', { name: 'Päätetty' }).selectOption('kept')
    await rowOf(page, mine).waitFor()
    await button(page, 'Takaisin jonoon').first().click()
    await rowOf(page, waiting).waitFor()
  })

  it('is walked to its end', async () => {
    const all = Array.from({ length: 60 }, (_, at) => closed(undefined, true, at))
    const page = await enterDesk()
    await showArchive(page)
    await expect.poll(() => page.locator('[data-row]').count()).toBe(50)
    await button(page, 'Näytä lisää').click()
    await expect.poll(() => page.locator('[data-row]').count()).toBe(60)
    // an event renews what was closed last and keeps the rest
    const late = closed()
    fake.tell('request-closed', late.row.id, 'p1')
    await rowOf(page, late).waitFor()
    await rowOf(page, all[59] ?? late).waitFor()
    expect(await page.locator('[data-row]').count()).toBe(61)
  })

  it('says that there is nothing', async () => {
    const page = await enterDesk()
    await showArchive(page)
    await page.getByText('Et ole päättänyt pyyntöjä tällä aikavälillä.').waitFor()
  })

  it('loses one that is opened again: two presses, the second of which is told what it forgets', async () => {
    const one = closed(elias)
    const page = await enterDesk()
    const sent = sentBy(page)
    await showArchive(page)
    await button(page, 'Kaikki alueeni').click()
    await openRow(page, one)
    await button(page, 'Avaa uudelleen').click()
    await page.getByRole('heading', { name: 'Avataanko pyyntö uudelleen?' }).waitFor()
    await page.getByText('Lopputulos ”Annoin neuvoa” poistuu.').waitFor()
    await page.getByText('Pyyntö on merkitty kirjatuksi').waitFor()
    // its promise is past: it says what became of it
    expect(await page.locator('.request-top .due').innerText()).toMatch(/^Kirjattu asiakasjärjestelmään\s*$/)
    expect(sent).toEqual([])
    await button(page, 'Peruuta').click()
    await button(page, 'Avaa uudelleen').click()
    await page.getByRole('heading', { name: 'Avataanko pyyntö uudelleen?' }).waitFor()
    await button(page, 'Avaa uudelleen').click()
    await page.locator('.history').getByText('Pyyntö avattiin uudelleen – Helmi').waitFor()
    await button(page, 'Päätä pyyntö').waitFor()
    await rowOf(page, one).waitFor({ state: 'detached' })
    await button(page, 'Takaisin jonoon').first().click()
    await button(page, 'Minulla 1').click()
    await rowOf(page, one).waitFor()
  })

  it('says nothing of the client system when it was not recorded', async () => {
    const one = closed(undefined, false)
    const page = await enterDesk()
    await showArchive(page)
    await openRow(page, one)
    await button(page, 'Avaa uudelleen').click()
    await page.getByText('Lopputulos ”Annoin neuvoa” poistuu.').waitFor()
    expect(await page.locator('.request-top .due').innerText()).toMatch(/^Kirjaa asiakasjärjestelmään\s*$/)
    expect(await page.getByText('Pyyntö on merkitty kirjatuksi').count()).toBe(0)
  })
})

describe.each([
  ['a phone', phone],
  ['a desktop', desktop],
] as const)('on %s', (_name, look) => {
  it('axe finds nothing on the archive and on opening again', async () => {
    const one = closed()
    const page = await openDesk(look)
    await signIn(page, 'helmi')
    await showArchive(page)
    await rowOf(page, one).waitFor()
    expect(await axeFinds(page)).toEqual([])
    await openRow(page, one)
    await button(page, 'Avaa uudelleen').click()
    await page.getByRole('heading', { name: 'Avataanko pyyntö uudelleen?' }).waitFor()
    expect(await axeFinds(page)).toEqual([])
  })
})
