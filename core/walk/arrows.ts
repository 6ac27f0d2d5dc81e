/** The arrows of a compiled dialogue, and which of them a conversation takes. */

import { isUnsure } from '../flow/answer.ts'
import type { guardsOf } from '../flow/compile.ts'
import type { DialogueConfig } from '../flow/config.ts'
import type { Answers } from '../flow/definition.ts'

/** `step:next#1` is the second branch of a step; `address=dontKnow`, `=declined` and `=answer` are kinds of answer. */
export type ArrowName = string
type Guards = ReturnType<typeof guardsOf>

const isLeaving = (state: string) => state.endsWith(':next')
export const kindOf = (value: unknown): string => (isUnsure(value) ? String(value) : 'answer')

/** Every arrow there is. Skipping a shared question and moving on to the next need are not choices, so not arrows. */
export function arrowsIn(config: DialogueConfig): Set<ArrowName> {
  const names = new Set<ArrowName>()
  for (const [state, { always = [], meta }] of Object.entries(config.states)) {
    if (isLeaving(state)) for (const index of always.keys()) names.add(`${state}#${index}`)
    if (meta && 'address' in meta)
      for (const kind of ['answer', 'dontKnow', 'declined']) names.add(`${meta.address}=${kind}`)
  }
  return names
}

/** The arrows taken from a state, as far as the next question or the end. */
export function follow(
  config: DialogueConfig,
  guards: Guards,
  from: string | undefined,
  context: { on: string; answers: Answers },
): ArrowName[] {
  const taken: ArrowName[] = []
  let here = from
  while (here !== undefined) {
    const always = config.states[here]?.always ?? []
    const said = { context, event: { type: '' } }
    const index = always.findIndex(({ guard }) => !guard || guards[guard.type](said, guard.params as never))
    if (isLeaving(here) && index >= 0) taken.push(`${here}#${index}`)
    here = always[index]?.target
  }
  return taken
}
