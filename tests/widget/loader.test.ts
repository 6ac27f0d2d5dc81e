import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { languagesOffered } from '../support/content.ts'
import { long } from '../support/long.ts'
import { desktop, phone } from '../support/screen/browser.ts'
import { FIRST, withChat } from './room.ts'

/** A form of another language has no words of its own for the button: it says them as that one does. */
const offered = languagesOffered().filter((language) => existsSync(`locales/${language}/host.json`))

const { harness, ownPage } = withChat()

/** The loader's own root is closed; here it is opened before any script runs, so that a test may press its buttons. */
function openRoots() {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' })
  }
}

async function host(
  options: Parameters<typeof ownPage>[0] = desktop,
  before?: (page: Page) => Promise<unknown>,
) {
  // under the page's own policy, the strictest there is
  const page = await ownPage({ ...options, bypassCSP: false })
  await page.addInitScript(openRoots)
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
  it('is at most 2.5 kB with the words of every language', () => {
    const script = readFileSync('dist/widget.js')
    expect(brotliCompressSync(script).length).toBeLessThanOrEqual(2500)
  })

  it.each(offered)('says in %s what stands in the locales', (language) => {
    const words = JSON.parse(readFileSync(`locales/${language}/host.json`, 'utf8'))
    const script = readFileSync('dist/widget.js', 'utf8')
    for (const word of ['open', 'close', 'failed']) expect(script).toContain(words[`loader.${word}`])
  })

  /** The launcher has been seen and there was idle time after it: what is fetched ahead of intent has been asked for. */
  const seenAndIdle = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<void>((done) => {
          const idle = () => requestIdleCallback(() => requestIdleCallback(() => done()))
          const see = () =>
            new IntersectionObserver(idle).observe(document.querySelector('kynnys-chat') as Element)
          if (document.readyState === 'complete') see()
          else addEventListener('load', see)
        }),
    )

  it('fetches the room in idle time once the launcher is seen, without violating the strictest policy', async () => {
    const { page, violations } = await host()
    await seenAndIdle(page)
    expect(await page.locator('iframe').getAttribute('src')).toContain('/chat/fi')
    await ready(page)
    expect(await page.locator('dialog').isVisible()).toBe(false)
    await launcher(page).click()
    await frame(page).getByRole('heading', { name: FIRST }).waitFor()
    expect(violations).toEqual([])
  })

  long('with Save-Data it waits for intent', async () => {
    const { page } = await host(desktop, (page) =>
      page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    )
    await launcher(page).waitFor()
    await seenAndIdle(page)
    expect(await page.locator('iframe').count()).toBe(0)
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

  it('speaks in the other language when the page does, and keeps what was answered', async () => {
    const { page, violations } = await host()
    await ready(page)
    await launcher(page).click()
    await frame(page).getByLabel('Asuminen').check()
    await frame(page).getByRole('button', { name: 'Jatka', exact: true }).click()
    const second = frame(page).locator('.question h2')
    await second.filter({ hasText: 'Kenen asiasta' }).waitFor()
    await page.evaluate(() =>
      document.querySelector('script[data-exit]')?.setAttribute('data-language', 'sv'),
    )
    await second.filter({ hasText: 'sv: Kenen asiasta' }).waitFor()
    expect(await frame(page).locator('.earlier').textContent()).toContain('sv: Asuminen')
    expect(await page.locator('dialog header b').textContent()).toBe('Fråga om råd')
    expect(await frame(page).locator('html').getAttribute('lang')).toBe('sv')
    // the resident's own choice stands until the page changes again
    await page.getByRole('button', { name: 'Stäng' }).click()
    await page.getByRole('button', { name: 'Fråga om råd' }).click()
    await frame(page).locator('.tongues summary').click()
    await frame(page).getByRole('link', { name: 'suomi', exact: true }).click()
    await second.filter({ hasText: /^Kenen/ }).waitFor()
    await page.getByRole('button', { name: 'Stäng' }).click()
    await page.getByRole('button', { name: 'Fråga om råd' }).click()
    expect(await second.textContent()).toMatch(/^Kenen/)
    expect(violations).toEqual([])
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

  long('leaving quickly leads away also where the host page names an address that is none', async () => {
    const { page } = await host()
    await page.route('https://www.ilmatieteenlaitos.fi/**', (route) => route.fulfill({ body: 'Sää' }))
    await ready(page)
    await page.evaluate(() =>
      document.querySelector('script[data-exit]')?.setAttribute('data-exit', 'https://[sää'),
    )
    await launcher(page).click()
    await frame(page).getByRole('link', { name: 'Poistu heti' }).first().click()
    await page.waitForURL('https://www.ilmatieteenlaitos.fi/')
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  })

  it('shows the other ways when the room has not come for a while', async () => {
    const { page } = await host({ ...phone, ticking: true }, async (page) => {
      await page.clock.install()
      await page.route('**/chat/**', (route) => route.abort())
    })
    await launcher(page).click()
    const other = page.getByRole('link', { name: 'Avaa neuvonta uuteen välilehteen' })
    expect(await other.count()).toBe(0)
    await page.clock.fastForward(6000)
    await other.waitFor()
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
      // the last of them: what the others did has been done when it comes
      return new Promise<void>((done) => {
        addEventListener('message', ({ data }) => data === 'last' && done())
        window.postMessage('last', '*')
      })
    })
    expect(await page.locator('dialog').isVisible()).toBe(true)
    expect(page.url()).toBe(`${harness.url}/`)
  })
})

describe('as it ships', () => {
  const shipped = withChat({ openRoot: false })

  it('the closed room is read by assistive technology, and by no script of the page', async () => {
    const page = await shipped.newPage()
    await page.goto(`${shipped.harness.url}/chat/fi?station=laukaa`)
    const reader = await page.context().newCDPSession(page)
    const names = async () => {
      const { nodes } = await reader.send('Accessibility.getFullAXTree')
      return nodes.map(({ role, name }) => `${role?.value} ${name?.value}`)
    }
    await expect.poll(names).toContain(`heading ${FIRST}`)
    await expect.poll(names).toContain('checkbox Asuminen')
    expect(await page.evaluate(() => document.querySelector('kynnys-room')?.shadowRoot)).toBeNull()
  })
})
