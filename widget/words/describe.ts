/** The name of a need, as the resident chose it. */

import type { Dialogue, Id } from '#core/flow/definition.ts'
import { MAIN } from '#core/flow/words.ts'
import type { Speaker } from '#core/say/speaker.ts'

/** The name of the need being walked, as the resident chose it. */
export function needText(
  speech: Speaker,
  dialogue: Dialogue | undefined,
  need: Id | undefined,
): string | undefined {
  if (!need || !dialogue) return undefined
  for (const step of Object.values(dialogue.flows[MAIN]?.steps ?? {})) {
    if ('agenda' in step && need in step.sections) return speech.t(`${MAIN}:${step.agenda}.options.${need}`)
  }
  return undefined
}
