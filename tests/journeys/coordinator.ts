/** A service coordinator in a browser. */
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { desktop, newPage } from '../support/browser.ts'
import { press } from './resident.ts'

export async function signInToDesk(
  browser: Browser,
  url: string,
  { username, password }: { username: string; password: string },
  options: BrowserContextOptions = desktop,
): Promise<Page> {
  const page = await newPage(browser, options)
  await page.goto(`${url}/desk/`)
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill(password)
  await press(page, 'Kirjaudu')
  await page.getByText('Jono ajan tasalla').waitFor()
  return page
}
