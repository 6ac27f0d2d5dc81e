/** Small things that stood in somebody's way, each looked at as a browser draws it. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { answer, button, heading, LOOKING, openChat, toCard, walkToEnd, withChat } from './room.ts'

const { harness, newPage, openRoom, ownPage } = withChat()

const LAUKAA = 'Palveluneuvonta · Laukaan sosiaali- ja terveysasema'
/** A sheet of the reader's own: text spacing as WCAG 1.4.12 has it. */
const spaced = (page: Page, more = '') =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.querySelector('kynnys-room')?.shadowRoot?.adoptedStyleSheets.push(sheet)
  }, `*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}${more}`)
/** The room that is left for what stands in the strip beside the way out (px). */
const roomInStrip = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kynnys-room')?.shadowRoot
    const summary = root?.querySelector('.strip > summary') as HTMLElement
    const text = document.createRange()
    text.selectNodeContents(summary)
    // the chevron is 8 px wide, with a margin of 4 and half a row of gap before the way out
    return (
      (root?.querySelector('.ways > .exit')?.getBoundingClientRect().left ?? 0) -
      text.getBoundingClientRect().right
    )
  })
const rowsAcross = (page: Page) =>
  page
    .locator('.question .row')
    .evaluateAll((all) => new Set(all.map((row) => Math.round(row.getBoundingClientRect().left))).size)

describe('small things', () => {
  long('the chevron of the strip has its room beside the way out, however letters are spaced', async () => {
    const page = await openRoom({ viewport: { width: 390, height: 844 } })
    await spaced(page)
    expect(await roomInStrip(page)).toBeGreaterThanOrEqual(16)
    // red twin: with a width that somebody once measured
    await spaced(
      page,
      '.strip > summary::before{content:none!important}.strip > summary{white-space:nowrap;padding-inline-end:7.5rem!important}',
    )
    expect(await roomInStrip(page)).toBeLessThan(16)
  })

  long(
    'many matters stand in two columns where there is room, and in one on a phone and in the panel',
    async () => {
      const page = await openRoom({ viewport: { width: 1280, height: 800 } })
      expect(await rowsAcross(page)).toBe(2)
      for (const width of [416, 390, 320]) {
        await page.setViewportSize({ width, height: 720 })
        await expect.poll(() => rowsAcross(page), { message: String(width) }).toBe(1)
      }
    },
  )

  it('the title tells what has happened and nothing of what was told', async () => {
    const page = await openRoom()
    const titles = [await page.title()]
    const note = async () => titles.push(await page.title())
    await button(page, 'Jatka').press('Enter')
    await page.getByRole('alert').waitFor()
    await note()
    await walkToEnd(page, 'Velat, joista on vaikea selvitä')
    await page.locator('.result').waitFor()
    await note()
    await toCard(page, 'Velat painavat')
    await button(page, /^Lähetä/).press('Enter')
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    await note()
    expect(titles).toEqual([LAUKAA, `Tarkista vastaus · ${LAUKAA}`, LAUKAA, `Pyyntö lähetetty · ${LAUKAA}`])
  })

  it('the need that is talked about is heard with its question, and optional fields say so', async () => {
    const page = await openRoom()
    await answer(page, 'Asuminen')
    await answer(page, 'Omastani')
    await heading(page, 'Nyt puhutaan: Asuminen Miten asuminen sujuu nyt?').waitFor()
    expect(await page.locator('.tongues a').first().isVisible()).toBe(false)
  })

  long('a link that looks like a button has an edge in forced colours', async () => {
    const page = await openChat(await newPage({ forcedColors: 'active' }), harness)
    await answer(page, LOOKING)
    const link = page.locator('.three a.button').first()
    await link.waitFor()
    expect(await link.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('2px')
  })

  it('without script a matter leads to its advice; what tells of danger shows its numbers at the tick', async () => {
    const page = await ownPage({ javaScriptEnabled: false })
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    const links = page.locator('.question noscript a')
    expect(await links.count()).toBeGreaterThanOrEqual(15)
    expect(await links.filter({ hasText: 'Asuminen' }).getAttribute('href')).toBe(
      '/chat/fi/advice?station=laukaa#area-housing',
    )
    expect(await page.locator('.question input:visible').count()).toBe(1)
    await page.getByLabel('Pelko, uhka tai väkivalta').check()
    expect(await page.locator('.question a[href^="tel:"]:visible').count()).toBeGreaterThan(0)
  })
})
