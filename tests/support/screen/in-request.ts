/** What only the coordinator needs is asked in folded rows of the request: each is opened, answered and shut, in any language. */
import type { Page } from 'playwright'
import { bring } from './request-form.ts'

type Where = Pick<Page, 'getByLabel' | 'locator'>

/** The questions that stand there now, as they are asked, or with what was answered. */
export async function rowsOfRequest(place: Where): Promise<string[]> {
  const rows = place.locator('.request .asks summary')
  await bring(place, rows)
  return (await rows.allTextContents()).map((text) => text.trim())
}

/**
 * Opens the row of this question and answers it.
 * @param answers words of its options, or what is written there
 * @returns what its row says then
 */
export async function tellRow(place: Where, question: string, ...answers: string[]): Promise<string> {
  const rows = await rowsOfRequest(place)
  const at = rows.indexOf(question)
  if (at < 0) throw new Error(`“${question}” is not asked in the request, but: ${rows.join(' | ')}`)
  const row = place.locator('.request .asks > details').nth(at)
  const summary = row.locator('> summary')
  const isOpen = () => row.evaluate((one) => (one as HTMLDetailsElement).open)
  if (!(await isOpen())) await summary.press('Enter')
  const field = row.locator('textarea')
  if ((await field.count()) > 0) await field.fill(answers.join('\n'))
  else
    for (const answer of answers) {
      const option = { name: answer, exact: true }
      await row.getByRole('checkbox', option).or(row.getByRole('radio', option)).check()
    }
  // one answer that is enough has shut it
  if (await isOpen()) await summary.press('Enter')
  return (await summary.innerText()).trim()
}
