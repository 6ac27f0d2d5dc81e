/** The matter that is being talked about, as the resident chose it. */

import type { Address, Answers, Dialogue, Id } from '#core/flow/definition.ts'
import { PROFESSIONAL } from '#core/flow/named.ts'
import type { QuestionVisit } from '#core/flow/result.ts'
import { agendaOf, walked } from '#core/flow/spots.ts'
import { MAIN, STRIP } from '#core/flow/words.ts'
import type { Speaker } from '#core/say/speaker.ts'

/** The step that walks a need. */
function stepOf(dialogue: Dialogue | undefined, need: Id | undefined) {
  for (const step of Object.values(dialogue?.flows[MAIN]?.steps ?? {}))
    if (need && 'agenda' in step && need in step.sections) return step
  return undefined
}

/** The name of the need being walked, as the resident chose it. */
export function needText(
  speech: Speaker,
  dialogue: Dialogue | undefined,
  need: Id | undefined,
): string | undefined {
  const step = stepOf(dialogue, need)
  return step && speech.t(`${MAIN}:${step.agenda}.options.${need}`)
}

/** Which of the chosen matters it is, and how many there are. */
export function turnOf(dialogue: Dialogue | undefined, need: Id | undefined, answers: Answers) {
  const step = stepOf(dialogue, need)
  const chosen = step && dialogue ? walked(agendaOf(dialogue, step), answers[step.agenda]) : []
  return { at: chosen.indexOf(need ?? '') + 1, of: chosen.length }
}

/** The answer above the question `before`; an answer that is changed has what came before it above it. */
export function lastBefore(path: QuestionVisit[], before: Address): QuestionVisit | undefined {
  const answered = path.filter(({ address }) => address !== STRIP)
  const at = answered.findIndex(({ address }) => address === before)
  return answered[(at < 0 ? answered.length : at) - 1]
}

/**
 * One line after a hard answer, said above the next question: the content has it for that answer, `{step}.echo.{option}`, or for the
 * steps of the scale. A professional tells of another, and needs none.
 */
export function echoText(speech: Speaker, last: QuestionVisit | undefined, asker: unknown) {
  if (!last || asker === PROFESSIONAL) return undefined
  const { flow, step, question, value } = last
  const keys = [value]
    .flat()
    .flatMap((one) => [`${flow}:${step}.echo.${one}`, `say:echo.${question.ask}.${one}`])
  const key = keys.find((one) => speech.has(one))
  return key && speech.t(key)
}
