/** One piece of advice as a page of its own, in a real browser: on a phone without script, large, dark and on paper. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { loadWords } from '../../support/content.ts'
import { long } from '../../support/long.ts'
import { axeFinds, desktop, phone } from '../../support/screen/browser.ts'
import { withApp, withBrowser } from '../../support/screen/with-browser.ts'

const server = withApp({})
const { ownPage, newPage } = withBrowser()
const at = (path: string) => `${server.url}/chat/fi/advice${path}`

const { advice = {} } = loadWords('fi')
const titleOf = (id: string) => advice[`${id}.title`] ?? '?'

/** By how much the page is wider than its window. */
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('somebody reads advice on a phone, without script', () => {
  it('from the list of all to one, to another of the same area, in another language, and on to the chat', async () => {
    const page = await ownPage({ ...phone, javaScriptEnabled: false })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(at('?station=laukaa'))
    const first = page.locator('.area details').filter({ has: page.locator('#home-care') })
    await first.locator('summary').click()
    await first.getByRole('link', { name: 'Avaa tämä neuvo omalla sivullaan' }).click()
    await page.waitForURL('**/advice/home-care?station=laukaa')
    const title = page.getByRole('heading', { level: 1 })
    expect(await title.textContent()).toBe(titleOf('home-care'))
    // the first window holds the way out, the number that answers, the title and for whom it is
    for (const there of [
      page.getByRole('link', { name: 'Soita 112' }),
      page.getByRole('link', { name: 'Poistu heti' }),
      title,
      page.getByText(advice['home-care.situation'] ?? '?'),
    ])
      expect((await there.boundingBox())?.y ?? 999).toBeLessThan(phone.viewport.height / 2)
    const [call, leave] = [page.getByRole('link', { name: 'Soita 112' }), page.locator('.exit')]
    expect((await call.boundingBox())?.y).toBe((await leave.boundingBox())?.y)
    expect(await tooWide(page)).toBe(0)

    await page.getByRole('link', { name: titleOf('home-support') }).click()
    await page.waitForURL('**/advice/home-support?station=laukaa')
    await page.getByRole('link', { name: 'svenska' }).click()
    await page.waitForURL('**/chat/sv/advice/home-support?station=laukaa')
    expect(await page.locator('html').getAttribute('lang')).toBe('sv')
    // nothing but the documents themselves was asked for
    expect(asked.filter((path) => !path.startsWith('/chat/'))).toEqual([])
    await page.locator('.begin').click()
    await page.waitForURL('**/chat/sv?station=laukaa')
  })

  it('an address of nothing leads to everything there is', async () => {
    const page = await ownPage({ ...phone, javaScriptEnabled: false })
    await page.goto(at('/nothing?station=laukaa'))
    await page.getByRole('heading', { name: 'Tätä neuvoa ei ole' }).waitFor()
    await page
      .getByRole('link', { name: /kotihoito$/ })
      .first()
      .click()
    await page.waitForURL('**/advice/home-care?station=laukaa')
  })
})

describe('the page of one piece of advice', () => {
  it('is whole for axe, light and dark, and fits the narrowest phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await newPage({ viewport: { width: 320, height: 568 }, colorScheme })
      await page.goto(at('/home-care'))
      expect(await page.getByText('Kuka päättää').count()).toBe(1)
      expect(await axeFinds(page)).toEqual([])
      expect(await tooWide(page)).toBe(0)
    }
  })

  long('axe finds nothing on a large window, nor where there is no such item', async () => {
    for (const path of ['/home-care?station=laukaa', '/nothing']) {
      const page = await newPage(desktop)
      await page.goto(at(path))
      expect(await axeFinds(page)).toEqual([])
    }
  })

  it('on paper has the advice, its page, and whom to call, and nothing that can only be pressed', async () => {
    const page = await newPage(desktop)
    await page.emulateMedia({ media: 'print' })
    await page.goto(at('/home-care?station=laukaa'))
    const seen = async (name: string) => page.locator(name).first().isVisible()
    for (const name of ['h1', '.how', '.decides', '.contacts', '.hours'])
      expect([name, await seen(name)]).toEqual([name, true])
    for (const name of ['.urgent', '.tongues', '.to-chat', '.others', '.foot'])
      expect([name, await seen(name)]).toEqual([name, false])
    const printed = await page
      .locator('article .link')
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(printed).toContain('https://www.hyvaks.fi')
  })

  it('that is too wide would be noticed (red twin)', async () => {
    const page = await newPage({ viewport: { width: 320, height: 568 } })
    await page.goto(at('/home-care'))
    await page.evaluate(() => {
      const word = document.querySelector('h1') as HTMLElement
      word.style.inlineSize = '400px'
    })
    expect(await tooWide(page)).toBeGreaterThan(0)
  })
})
