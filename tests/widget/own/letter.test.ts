/** A decision that came by post: the last day to appeal where its sender's term is known, else where in it the day stands. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { long, longDescribe } from '../../support/long.ts'
import { axeFinds } from '../../support/screen/browser.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { type Harness, serveWidget } from '../harness.ts'
import { button, openChat, withChat } from '../room.ts'
import { askedSince, openAlone, tellFear, toResult } from './rows.ts'

const { harness, openRoom, newPage } = withChat()

const LETTER = 'Kirje, jota en ymmärrä'
const PAPERS = 'Kirje, päätös tai hakemus'

async function withLetter(where: Pick<Harness, 'url'> = harness, row = 'Kielteinen päätös') {
  const page = await openChat(await newPage(), where)
  await toResult(page, PAPERS, ['Omastani', row])
  await openAlone(page)
  await page.locator('.alone summary').filter({ hasText: LETTER }).click()
  return page
}
async function sentOn(page: Page, day: number, month: number, year = 2026) {
  await page.getByLabel('Päivä', { exact: true }).fill(String(day))
  await page.getByLabel('Kuukausi', { exact: true }).fill(String(month))
  await page.getByLabel('Vuosi', { exact: true }).fill(String(year))
}

describe('a letter that is hard to understand', () => {
  it('from Kela: the last day to appeal, counted on the device, always with the word to check it', async () => {
    const page = await withLetter()
    const from = harness.asked.length
    await page.getByLabel('Kela').check()
    await sentOn(page, 1, 12)
    await page.getByText('Viimeinen päivä valittaa on arviolta to 7.1.2027.').waitFor()
    expect(await page.getByText('Tarkista päivä päätöksestä.', { exact: true }).isVisible()).toBe(true)
    expect(await page.getByText('kela.fi/paatoksesta-valittaminen').last().isVisible()).toBe(true)
    expect(await page.getByText('siirretty seuraavaan arkipäivään').count()).toBe(0)
    expect(await axeFinds(page)).toEqual([])
    expect(askedSince(harness, from)).toEqual([])
  })

  it('a last day on a holiday is moved to the next working day, and that is said', async () => {
    const page = await withLetter()
    await page.getByLabel('Kela').check()
    await sentOn(page, 17, 11)
    await page.getByText('Viimeinen päivä valittaa on arviolta ma 28.12.2026.').waitFor()
    expect(await page.getByText('Päivä on siirretty seuraavaan arkipäivään.').isVisible()).toBe(true)
  })

  it('its entry for a calendar is one neutral word on that day', async () => {
    const page = await withLetter()
    await page.getByLabel('Kela').check()
    await sentOn(page, 17, 11)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Lisää kalenteriin').click(),
    ])
    const text = readFileSync(await file.path(), 'utf8')
    expect(file.suggestedFilename()).toBe('kalenteri.ics')
    expect(text).toContain('SUMMARY:Muistutus')
    expect(text).toContain('DTSTART:20261228T060000Z')
    expect(text).not.toMatch(/kela|valitus|päätös/i)
  })

  long(
    'a day to come or one that is none is told at the field; one that has passed has no entry',
    async () => {
      const page = await withLetter(harness, 'Kirje tai päätös, jota en ymmärrä')
      await page.getByLabel('Kela').check()
      await sentOn(page, 24, 12)
      await page.getByText('Tarkista päivä.').waitFor()
      await sentOn(page, 31, 2)
      await page.getByText('Tarkista päivä.').waitFor()
      await sentOn(page, 2, 3)
      await page.getByText('Se päivä on jo mennyt.').waitFor()
      expect(await button(page, 'Lisää kalenteriin').count()).toBe(0)
    },
  )

  it('from somebody else: the words under which the day stands in it', async () => {
    const page = await withLetter()
    await page.getByLabel('Joku muu').check()
    await page.getByText('Muutoksenhaku, Valitusosoitus tai Oikaisuvaatimus').waitFor()
    expect(await page.getByText('Minä päivänä päätös on lähetetty?').count()).toBe(0)
  })

  it('stands where a letter is the matter, and there alone; in fear without the calendar', async () => {
    const other = await openRoom()
    await toResult(other)
    await openAlone(other)
    expect(await other.locator('.alone summary').filter({ hasText: LETTER }).count()).toBe(0)
    const page = await withLetter()
    await page.getByLabel('Kela').check()
    await sentOn(page, 17, 11)
    await tellFear(page)
    await expect.poll(() => button(page, 'Lisää kalenteriin').count()).toBe(0)
    expect(await page.getByText('arviolta ma 28.12.2026.').isVisible()).toBe(true)
  })
})

longDescribe('red twins', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('unmoved-term', [
        {
          file: 'core/request/days-off.ts',
          find: 'workingDayFrom(addDays(sent, days))',
          put: 'addDays(sent, days)',
        },
      ]),
    }),
  )
  it('one that only counts tells a holiday as the last day', async () => {
    const page = await withLetter(twin)
    await page.getByLabel('Kela').check()
    await sentOn(page, 17, 11)
    await page.getByText('Viimeinen päivä valittaa on arviolta to 24.12.2026.').waitFor()
  })
})
