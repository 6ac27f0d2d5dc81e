import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { desktop, launch, phone } from '../support/browser.ts'
import { type Harness, serveWidget } from './harness.ts'
import { FIRST } from './room.ts'

/** What the three short words of a language cost, in bytes (brotli). */
const ONE_LANGUAGE = 40
const offered = readdirSync('locales').filter((folder) => {
  const file = `locales/${folder}/language.json`
  return folder !== 'notes' && existsSync(file) && !JSON.parse(readFileSync(file, 'utf8')).draft
})

let browser: Browser
let harness: Harness
beforeAll(async () => {
  browser = await launch()
  harness = await serveWidget()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await harness.close()
})

/** The loader's own root is closed; here it is opened before any script runs, so that a test may press its buttons. */
function openRoots() {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' })
  }
}

async function host(options: BrowserContextOptions = desktop, before?: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext({ locale: 'fi-FI', ...options })
  await context.addInitScript(openRoots)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const violations: string[] = []
  page.on('console', (message) => message.type() === 'error' && violations.push(message.text()))
  await before?.(page)
  await page.goto(`${harness.url}/`)
  return { page, violations }
}
const launcher = (page: Page) => page.getByRole('button', { name: 'Kysy neuvoa' })
const frame = (page: Page) => page.frameLocator('iframe')
const ready = (page: Page) => frame(page).locator('.foot a[target]').first().waitFor({ state: 'attached' })

describe('the loader', () => {
  it('is at most 1.5 kB with the words of every language, and has room for one more', () => {
    const script = readFileSync('dist/widget.js')
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(1500 - ONE_LANGUAGE)
  })

  it.each(offered)('says in %s what stands in the locales', (language) => {
    const words = JSON.parse(readFileSync(`locales/${language}/widget.json`, 'utf8'))
    const script = readFileSync('dist/widget.js', 'utf8')
    for (const word of ['open', 'close', 'failed']) expect(script).toContain(words[`loader.${word}`])
  })

  it('fetches the room in idle time once the launcher is seen, without violating the strictest policy', async () => {
    const { page, violations } = await host()
    await ready(page)
    expect(await page.locator('dialog').isVisible()).toBe(false)
    await launcher(page).click()
    await frame(page).getByRole('heading', { name: FIRST }).waitFor()
    expect(violations).toEqual([])
  })

  it('with Save-Data it waits for intent', async () => {
    const { page } = await host(desktop, (page) =>
      page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    )
    await launcher(page).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('iframe').getAttribute('src')).toBeNull()
    await launcher(page).hover()
    await ready(page)
  })

  it.each([
    ['desktop', desktop],
    ['phone', phone],
  ])('on a %s the focus goes in, and Escape in either document brings it back', async (_, options) => {
    const { page } = await host(options)
    await ready(page)
    const inside = () =>
      page.evaluate(() => document.querySelector('kynnys-chat')?.shadowRoot?.activeElement?.tagName)
    await launcher(page).click()
    expect(await inside()).toBe('IFRAME')
    await page.keyboard.press('Escape')
    await launcher(page).waitFor()
    expect(await inside()).toBe('BUTTON')
    await launcher(page).click()
    await page.getByRole('button', { name: 'Sulje' }).click()
    await launcher(page).waitFor()
  })

  it('keeps the conversation while it is closed', async () => {
    const { page } = await host()
    await ready(page)
    await launcher(page).click()
    await frame(page).getByLabel('Asuminen').check()
    await page.getByRole('button', { name: 'Sulje' }).click()
    await launcher(page).click()
    expect(await frame(page).getByLabel('Asuminen').isChecked()).toBe(true)
  })

  it('leaving quickly replaces the host page by the neutral one it names', async () => {
    const { page } = await host()
    await ready(page)
    await launcher(page).click()
    await frame(page).getByRole('link', { name: 'Poistu heti' }).first().click()
    await page.waitForURL('**/neutral')
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  })

  it('shows the other ways when the room does not come', async () => {
    const { page } = await host(phone, (page) => page.route('**/chat/**', (route) => route.abort()))
    await launcher(page).click()
    await page.getByRole('link', { name: 'Avaa neuvonta uuteen välilehteen' }).waitFor()
    expect(await page.getByRole('link', { name: '014 000 0000' }).getAttribute('href')).toBe('tel:0140000000')
  })

  it('hears nobody but its own room: a forged message changes nothing', async () => {
    const { page } = await host()
    await ready(page)
    await launcher(page).click()
    await page.evaluate(() => {
      for (const kynnys of ['close', 'exit', 'ready']) window.postMessage({ kynnys }, '*')
      const other = document.createElement('iframe')
      document.body.append(other)
      for (const data of [{ kynnys: 'exit' }, null, 'exit'])
        dispatchEvent(
          new MessageEvent('message', { data, origin: 'https://evil.example', source: other.contentWindow }),
        )
    })
    expect(await page.locator('dialog').isVisible()).toBe(true)
    expect(page.url()).toBe(`${harness.url}/`)
  })
})

describe('as it ships', () => {
  it('the closed room is read by assistive technology, and by no script of the page', async () => {
    const shipped = await serveWidget({ openRoot: false })
    const page = await browser.newPage()
    await page.goto(`${shipped.url}/chat/fi?station=laukaa`)
    const reader = await page.context().newCDPSession(page)
    const names = async () => {
      const { nodes } = await reader.send('Accessibility.getFullAXTree')
      return nodes.map(({ role, name }) => `${role?.value} ${name?.value}`)
    }
    await expect.poll(names).toContain(`heading ${FIRST}`)
    await expect.poll(names).toContain('checkbox Asuminen')
    expect(await page.evaluate(() => document.querySelector('kynnys-room')?.shadowRoot)).toBeNull()
    await shipped.close()
  })
})
