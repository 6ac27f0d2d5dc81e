/** What an answer costs: the row of each kind in `core/walk/length.ts` is what the screens take, press by press. */
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import type { Value } from '#core/flow/definition.ts'
import { ASKER } from '#core/flow/named.ts'
import { replay } from '#core/flow/replay.ts'
import type { QuestionVisit } from '#core/flow/result.ts'
import { DECLINED, NONE } from '#core/flow/words.ts'
import { lengthOf, PRESSES, questionsAsked } from '#core/walk/length.ts'
import { rowText, voiceOf } from '../../journeys/speaking.ts'
import { loadCases, loadDialogue } from '../../support/content.ts'
import { choose } from '../../support/screen/choosing.ts'
import { button, withChat } from '../room.ts'

const { openRoom } = withChat()
const dialogue = loadDialogue()
const DAY = '2026-11-23'
/** One of each: several ticks, a scale, “none”, not knowing, an answer that tells of danger by itself. */
const WALKED = ['knows-what-to-do', 'everything-at-once', 'knows-nothing-at-all', 'grandchild-cannot-manage']
const walked = (id: string) => {
  const { answers, on = DAY } = loadCases().find((one) => one.id === id) as ReturnType<
    typeof loadCases
  >[number]
  return replay(dialogue, answers, on)
}

/** Presses of one answer on the screens as they stand, a danger’s screen after it among them. */
async function give(page: Page, asker: Value | undefined, visit: QuestionVisit): Promise<number> {
  const voice = voiceOf('fi', asker)
  const { value } = visit
  if (value === DECLINED) {
    await button(page, 'En halua vastata tähän').click()
    return 1
  }
  const ids = Array.isArray(value) ? (value.length === 0 ? [NONE] : value) : [value as string | number]
  const rows = ids.map((id) => rowText(voice, visit, id))
  if (await choose(page.locator('.question'), rows)) return rows.length
  await page.getByRole('button', { name: /^Jatka/ }).click()
  return rows.length + 1
}

it.each(WALKED)('%s takes as many presses as the table says', async (id) => {
  const found = walked(id)
  const page = await openRoom()
  let presses = 0
  for (const visit of questionsAsked(found)) {
    await page.locator('.question h2').waitFor()
    presses += await give(page, found.answers[ASKER], visit)
    const goOn = page.locator('.told').getByRole('button', { name: 'Jatka kysymyksiin' })
    if ((await goOn.count()) > 0) await goOn.click()
  }
  await page.locator('.result').waitFor()
  expect(presses).toBe(lengthOf(found).presses)
})

it('a table that flatters would be found (red twin)', () => {
  const found = walked('everything-at-once')
  const flattering = questionsAsked(found).reduce((sum, { question }) => {
    return sum + (question.ask === 'many' ? 1 : PRESSES[question.ask]())
  }, 0)
  expect(flattering).not.toBe(lengthOf(found).presses)
})
