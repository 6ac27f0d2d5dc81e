/** One card in two languages: the resident's own above, Finnish below; no answer is in any address. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axeFinds } from '../../support/screen/browser.ts'
import { openChat, withChat } from '../room.ts'
import { askedSince, openAlone, summary, toResult } from './rows.ts'

const { harness, openRoom, newPage } = withChat()

const TWO = 'Näytä kahdella kielellä'
async function inLanguage(lang: string, width = 390) {
  const page = await openChat(await newPage({ viewport: { width, height: 800 } }), harness)
  await toResult(page)
  await page.locator('.tongues summary').click()
  await page.locator(`.tongues a[hreflang=${lang}]`).click()
  await page.locator(`.result`).getByText(`${lang}: `).first().waitFor()
  return page
}
const linesOf = (page: Page) =>
  page
    .locator('.both li')
    .evaluateAll((all) =>
      all.map((one) => [...one.children].map((line) => [line.getAttribute('lang'), line.textContent])),
    )

describe('a card in two languages', () => {
  it('has the answers and the steps, each with the Finnish below it', async () => {
    const page = await inLanguage('sv')
    await openAlone(page)
    const from = harness.asked.length
    await summary(page, TWO).click()
    await page.locator('.both').waitFor()
    const all = await linesOf(page)
    expect(all[0]).toEqual([
      [null, 'sv: Asiat: sv: Asuminen'],
      ['fi', 'Asiat: Asuminen'],
    ])
    expect(all.length).toBeGreaterThan(4)
    expect(all.every(([, below]) => below?.[0] === 'fi')).toBe(true)
    expect(await page.locator('.both .please [lang=fi]').textContent()).toContain('Voitko lukea sen?')
    expect(await axeFinds(page)).toEqual([])
    const asked = askedSince(harness, from)
    expect(asked).toContain('GET /chat/fi?station=laukaa')
    expect(asked.filter((one) => /housing|asumi|trouble/i.test(one))).toEqual([])
  })

  it('is said to have failed when the Finnish words do not come, and tried again by a press', async () => {
    const page = await inLanguage('sv')
    await openAlone(page)
    const path = 'GET /api/content/1/own.fi.json'
    const whole = harness.api.get(path)
    harness.api.set(path, () => ({ status: 503 }))
    await summary(page, TWO).click()
    await page.getByText('Suomenkieliset sanat eivät tulleet.').waitFor()
    if (whole) harness.api.set(path, whole)
    await page.locator('.alone .trouble button').click()
    await page.locator('.both').waitFor()
  })

  it('keeps to a narrow window, and to the direction of each language', async () => {
    const page = await inLanguage('ar', 320)
    await openAlone(page)
    await summary(page, TWO).click()
    await page.locator('.both').waitFor()
    expect(await page.locator('.both [lang=fi]').first().getAttribute('dir')).toBe('ltr')
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320)
  })

  it('is not offered where the page is in Finnish', async () => {
    const page = await openRoom()
    await toResult(page)
    await openAlone(page)
    expect(await summary(page, TWO).count()).toBe(0)
  })
})
