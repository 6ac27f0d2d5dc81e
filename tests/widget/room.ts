/** Steps that the widget's journeys share: opening the room, answering, and walking to the end. */
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { newPage } from '../support/browser.ts'
import type { Harness } from './harness.ts'

export const FIRST = 'Missä asioissa haluat neuvoa tai apua?'

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

/** The chat as a page of its own, its script running: only then is a call request offered among the ways. */
export async function openRoom(browser: Browser, harness: Harness, options?: BrowserContextOptions) {
  const page = await newPage(browser, options)
  await page.goto(`${harness.url}/chat/fi?station=laukaa`)
  await page.locator('.foot a[target]').first().waitFor()
  return page
}

/** Ticks the rows by their texts and goes on. */
export async function answer(page: Page, ...rows: string[]) {
  for (const row of rows) await page.locator('.question').getByLabel(row, { exact: true }).check()
  await button(page, 'Jatka').click()
}

/** From the first question to the advice, by “I don't know” where nothing else is said. */
export async function walkToEnd(page: Page, first = 'Jokin muu asia') {
  await answer(page, first)
  await walkBy(page, [])
}

/** To the end, answering by the first of these rows that a question has, else “I don't know”. */
export async function walkBy(page: Page, rows: string[]) {
  for (;;) {
    const question = page.locator('.question')
    await question.or(page.locator('.result')).first().waitFor()
    if ((await question.count()) === 0) return
    const asked = await question.getByRole('heading').textContent()
    const labels = await question.locator('.row').allTextContents()
    const row = rows.find((one) => labels.includes(one))
    if (row) await question.getByLabel(row, { exact: true }).check()
    else await question.locator('input[value=dontKnow]').check()
    await button(page, 'Jatka').click()
    await page.waitForFunction(
      (before) =>
        document.querySelector('kynnys-room')?.shadowRoot?.querySelector('.question h2')?.textContent !==
        before,
      asked,
    )
  }
}

/** From the advice to the card, to be called at this number. */
export async function toCard(page: Page, ownWords = '') {
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.getByLabel('Puhelinnumero').waitFor()
  // asked first of somebody who fears another
  if ((await page.getByText('Kysymme tämän ensin').count()) > 0)
    await page.getByLabel('Kyllä, milloin vain').check()
  await page.getByLabel('Puhelinnumero').fill('040 123 4567')
  if (ownWords) await page.getByLabel('Omin sanoin').fill(ownWords)
  await button(page, 'Katso, mitä lähetetään').click()
  await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
}

/** What was posted, in order. */
export const posted = (harness: Harness) =>
  harness.asked
    .filter(({ method, path }) => method === 'POST' && path === '/api/callback-requests')
    .map(
      ({ body }) =>
        JSON.parse(body) as {
          id: string
          code: string
          answers: Record<string, unknown>
          contact: Record<string, unknown>
        },
    )
