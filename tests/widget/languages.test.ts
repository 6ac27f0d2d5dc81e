import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { axeFinds, phone } from '../support/screen/browser.ts'
import { answer, button, FIRST, posted, toCard, walkToEnd, withChat } from './room.ts'

const { harness, openRoom, ownPage } = withChat()

const tongue = (page: Page, name: string) => page.locator('.tongues').getByRole('link', { name, exact: true })
/** Once something has been answered the languages are folded behind the present one. */
async function choose(page: Page, name: string) {
  if (!(await tongue(page, name).isVisible())) await page.locator('.tongues summary').click()
  await tongue(page, name).click()
}
const question = (page: Page) => page.locator('.question h2').textContent()

describe('the languages', () => {
  long('stand on top as links, each in its own language, without script too', async () => {
    const page = await ownPage({ ...phone, javaScriptEnabled: false })
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    const swedish = tongue(page, 'svenska')
    expect(await swedish.getAttribute('lang')).toBe('sv')
    expect(await swedish.getAttribute('hreflang')).toBe('sv')
    expect(await tongue(page, 'suomi').getAttribute('aria-current')).toBe('true')
    const box = await swedish.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    // above it stands only what is said when there is no script
    expect(box?.y).toBeLessThan(160)
    await swedish.click()
    await page.waitForURL(/\/chat\/sv\?station=laukaa/)
    expect(await question(page)).toBe(`sv: ${FIRST}`)
  })

  it('change in the middle of a conversation without losing an answer, a tick or the focus', async () => {
    const page = await openRoom()
    await answer(page, 'Asuminen')
    await answer(page, 'Muun läheisen tai naapurin')
    await page.locator('.question input').first().check()
    const ticked = await page.locator('.question input:checked').getAttribute('value')
    await choose(page, 'svenska')
    await expect.poll(() => question(page)).toMatch(/sv: /)
    // loaded again, it speaks so too; nothing else is in the address
    expect(page.url()).toBe(`${harness.url}/chat/sv?station=laukaa`)
    expect(await page.locator('html').getAttribute('lang')).toBe('sv')
    expect(await page.locator('.earlier').textContent()).toContain('sv: Asuminen')
    expect(await page.locator('.question input:checked').getAttribute('value')).toBe(ticked)
    expect(await tongue(page, 'svenska').evaluate((link) => link.matches(':focus'))).toBe(true)
    expect(await axeFinds(page)).toEqual([])
  })

  long('turn the whole room around for one that is written from right to left', async () => {
    const page = await openRoom()
    await tongue(page, 'العربية').click()
    await expect.poll(() => question(page)).toBe(`ar: ${FIRST}`)
    const row = page.locator('.row').first()
    expect(await row.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  })

  it('no answer is in what is fetched for it', async () => {
    const ask = async (first: string) => {
      const page = await openRoom()
      await answer(page, first)
      const before = harness.asked.length
      await choose(page, 'svenska')
      await expect.poll(() => question(page)).toMatch(/^sv: /)
      await page.close()
      return harness.asked.slice(before).map(({ method, path, body }) => `${method} ${path} ${body}`)
    }
    const asked = await ask('Asuminen')
    expect(asked.join()).toContain('/chat/sv?station=laukaa')
    expect(await ask('Raha-asiat ja laskut')).toEqual(asked)
  })

  it('a card written in one language is sent in the other, contact and all', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await toCard(page, 'Omat sanani')
    await choose(page, 'svenska')
    await button(page, 'sv: Lähetä').click()
    await expect.poll(() => posted(harness).length).toBeGreaterThan(0)
    expect(posted(harness).at(-1)).toMatchObject({ language: 'sv', contact: { ownWords: 'Omat sanani' } })
  })

  long('one that does not come is said so, and nothing is lost', async () => {
    const page = await openRoom()
    await answer(page, 'Asuminen')
    await page.route('**/chat/sv**', (route) => route.abort())
    await choose(page, 'svenska')
    await page.getByText('Kieli ei nyt vaihtunut').waitFor()
    expect(await page.locator('.earlier').textContent()).toContain('Asuminen')
  })
})
