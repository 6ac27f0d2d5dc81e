/** Steps to what a resident does alone: the row at the end of the result, the one for another day, and the tools in them. */
import type { Page } from 'playwright'
import type { Harness } from '../harness.ts'
import { answer, walkBy } from '../room.ts'

export const summary = (page: Page, name: string) => page.locator('summary').filter({ hasText: name }).first()

/** Opens the row that everybody has at the end of the result. */
export async function openAlone(page: Page) {
  await summary(page, 'Apua soittamiseen ja asiointiin').click()
  await page.locator('.alone').first().waitFor()
}

/** Opens the row of the file, in what is for another day. */
export async function openNote(page: Page) {
  await summary(page, 'Jos haluat jatkaa myöhemmin').click()
  await summary(page, 'Jatkolappu omalle laitteelle').click()
  await page.locator('.alone').last().waitFor()
}

export const HOUSING = ['Omastani', 'On usein vaikeaa', 'Vuokra on liian suuri']

/** To the result of a matter. */
export async function toResult(page: Page, matter = 'Asuminen', rows = HOUSING) {
  await answer(page, matter)
  await walkBy(page, rows)
}

export async function tellFear(page: Page) {
  await page.locator('.strip > summary').click()
  await page.getByText('Pelkään, että joku satuttaa').click()
}

/** What was asked for since then. */
export const askedSince = ({ asked }: Harness, from: number) =>
  asked.slice(from).map(({ method, path }) => `${method} ${path}`)
