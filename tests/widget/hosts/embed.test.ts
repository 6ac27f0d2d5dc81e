/** The page that makes the code, in a browser: code and chat follow what is chosen, under its own policy. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type TestApp } from '../../support/app.ts'
import { axeFinds, desktop, phone } from '../../support/screen/browser.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import { launcherOf, openRoots } from './guest.ts'

const { ownPage } = withBrowser()
let server: TestApp
beforeAll(async () => {
  server = await build({ listen: true })
})
afterAll(() => server.close())

async function open(query = '', options: Parameters<typeof ownPage>[0] = { ...desktop, bypassCSP: false }) {
  const page = await ownPage(options)
  page.setDefaultTimeout(5000)
  await page.addInitScript(openRoots)
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(`${server.url}/embed?lang=fi&station=laukaa${query}`)
  return { page, errors }
}
const code = (page: Page) => page.locator('#code').textContent()
const field = (page: Page, name: string) => page.locator(`form [name=${name}]`)

describe('the page that makes the code', () => {
  it('follows in place: corner, colour and words of the button', async () => {
    const { page, errors } = await open()
    await launcherOf(page).waitFor()
    await field(page, 'corner').selectOption('left')
    await field(page, 'color').fill('gold')
    await field(page, 'label').fill('Kysy & kerro')
    expect(await code(page)).toMatch(
      /data-station="laukaa" data-label="Kysy &amp; kerro" data-look="left gold"><\/script>$/,
    )
    await expect.poll(() => launcherOf(page).textContent()).toBe('Kysy & kerro')
    await expect
      .poll(() =>
        launcherOf(page).evaluate((button) => [
          getComputedStyle(button).backgroundColor,
          Math.round(button.getBoundingClientRect().left / 16) * 16,
        ]),
      )
      .toEqual(['rgb(255, 215, 0)', 16])
    expect(errors).toEqual([])
  })

  it('shows the chat in the column, opens it from a link, and goes back to the button', async () => {
    const { page, errors } = await open()
    await field(page, 'place').selectOption('inline')
    await page.locator('#stage kynnys-chat dialog').waitFor()
    expect(await field(page, 'corner').isVisible()).toBe(false)
    await field(page, 'place').selectOption('links')
    await page.getByRole('link', { name: 'Kysy neuvoa' }).click()
    await page.locator('kynnys-chat dialog').waitFor()
    await page.getByRole('button', { name: 'Sulje' }).click()
    await field(page, 'place').selectOption('button')
    await launcherOf(page).waitFor()
    expect(await page.locator('kynnys-chat').count()).toBe(1)
    expect(errors).toEqual([])
  })

  it('makes the code by its button where no script runs', async () => {
    const { page } = await open('', { ...phone, javaScriptEnabled: false })
    await field(page, 'corner').selectOption('left')
    await page.getByRole('button', { name: 'Näytä' }).click()
    expect(await code(page)).toContain('data-station="laukaa" data-look="left"')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width)
  })

  it.each(['light', 'dark'] as const)('axe finds nothing in it: %s', async (colorScheme) => {
    const { page } = await open('&place=links', { ...phone, colorScheme })
    await page.getByRole('heading', { name: 'Koodi sivullesi' }).waitFor()
    expect(await axeFinds(page)).toEqual([])
  })
})
