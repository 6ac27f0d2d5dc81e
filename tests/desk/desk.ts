/** What the desk’s tests do over and over: a page of the desk, and the words by which things are found. */
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import type { OpenRequest } from '#core/contract/desk.ts'
import { desktop, newPage } from '../support/browser.ts'
import type { Fake } from './fake.ts'

export async function openDesk(browser: Browser, fake: Fake, options: BrowserContextOptions = desktop) {
  const page = await newPage(browser, options)
  await page.goto(`${fake.url}/desk/`)
  await page.getByLabel('Käyttäjätunnus').waitFor()
  return page
}

export async function signIn(page: Page, username: string) {
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill('a long password')
  await page.getByRole('button', { name: 'Kirjaudu' }).click()
  await page.getByRole('heading', { name: 'Soittopyynnöt' }).waitFor()
  await page.getByText('Jono ajan tasalla').waitFor()
}

/** A request that stands in the server’s queue; `tell` it so that desks hear of it. */
export function arrive(fake: Fake, request: OpenRequest): OpenRequest {
  fake.state.requests.set(request.row.id, request)
  fake.tell('request-received', request.row.id)
  return request
}

export const rowOf = (page: Page, { row }: OpenRequest) => page.locator(`[data-row="${row.id}"]`)

export async function openRow(page: Page, request: OpenRequest) {
  await rowOf(page, request).getByRole('link').click()
  await page.getByRole('heading', { name: `Soittopyyntö ${request.row.reference}` }).waitFor()
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
