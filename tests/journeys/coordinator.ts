/** A service coordinator in a browser. */
import type { Browser, Page } from 'playwright'
import { PASSWORD } from '../support/app.ts'
import { desktop, newPage } from '../support/screen/browser.ts'
import { press } from './resident.ts'

type Who = { username: string; password: string }

/** In a browser of their own. */
export const signInToDesk = async (browser: Browser, url: string, who: Who): Promise<Page> =>
  enterDesk(await newPage(browser, desktop), url, who)

/** On a page that is theirs alone: the session is kept in its profile. */
export async function enterDesk(
  page: Page,
  url: string,
  { username, password }: Who = { username: 'helmi', password: PASSWORD },
): Promise<Page> {
  await page.goto(`${url}/desk/`)
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill(password)
  await press(page, 'Kirjaudu')
  await page.getByText('Jono ajan tasalla').waitFor()
  return page
}
