/** Rows of a question as a person takes them: several are ticked, and where one is enough its press is the answer. */
import type { Locator } from 'playwright'
import { until } from '../process.ts'

/**
 * @param question the question's own part of the screen
 * @returns whether a press has led on: one that tells of danger stays, with its help, and wants a second word
 */
export async function choose(question: Locator, rows: (string | RegExp)[]): Promise<boolean> {
  for (const row of rows) {
    const name = typeof row === 'string' ? { name: row, exact: true } : { name: row }
    const box = question.getByRole('checkbox', name).or(question.getByRole('radio', name))
    const press = question.getByRole('button', name)
    await box.or(press).first().waitFor()
    if ((await box.count()) > 0) await box.check()
    else if (await led(question, press)) return true
  }
  return false
}

/** Takes a row, whichever kind it is. @returns whether its press was the answer and has led on */
export async function takes(question: Locator, row: Locator): Promise<boolean> {
  if (await row.evaluate((one) => one instanceof HTMLButtonElement)) return led(question, row)
  await row.click()
  return false
}

/** Presses a row that is a whole answer. @returns whether it led on */
export async function led(question: Locator, press: Locator): Promise<boolean> {
  const [before] = await question.locator('h2').allTextContents()
  await press.click()
  let isGone = false
  await until('the press has been taken', async () => {
    const [now] = await question.locator('h2').allTextContents()
    // a group by the name of its question is no more when another stands there
    isGone = now !== before || (await question.count()) === 0
    return isGone || (await question.locator('.row[aria-pressed="true"]').count()) > 0
  })
  return isGone
}
