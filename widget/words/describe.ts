/** The matter that is being talked about, as the resident chose it. */

import type { Answers, Dialogue, Id } from '#core/flow/definition.ts'
import { agendaOf, walked } from '#core/flow/spots.ts'
import { MAIN } from '#core/flow/words.ts'
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
