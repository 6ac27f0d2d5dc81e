/** Which answers decided that a conversation came to its named end: what its last branches weighed. */
import { aroundOf, compile, guardsOf } from './compile.ts'
import type { DialogueConfig } from './config.ts'
import type { Dialogue } from './definition.ts'
import { because, type Evidence, type Reason, spokenOf } from './matches.ts'
import type { Replay } from './result.ts'

type Branch = NonNullable<DialogueConfig['states'][string]['always']>[number]

/** Of the branch that was taken its own reasons; of one without a condition, what those before it asked about. */
function reasonsOf(weighed: Branch[], evidence: Evidence): Reason[] {
  return weighed.flatMap(({ guard }, index) => {
    if (guard?.type !== 'holds') return []
    const { when, need } = guard.params
    const here = need === undefined ? evidence : { ...evidence, need }
    if (index === weighed.length - 1) return because(when, here) ?? []
    return weighed.at(-1)?.guard ? [] : spokenOf(when, here)
  })
}

/** From the last answer on, over every state that weighs branches. */
export function decidedBy(dialogue: Dialogue, { path, answers }: Replay, evidence: Evidence): Reason[] {
  const config = compile(dialogue).config as unknown as DialogueConfig
  const guards = guardsOf(config, aroundOf(dialogue))
  const said = { context: { on: evidence.on, answers }, event: { type: '' } }
  const last = path.at(-1)
  const isLast = ({ meta }: DialogueConfig['states'][string]) =>
    meta && 'address' in meta && meta.address === last?.address && meta.need === last.need
  const reasons: Reason[] = []
  let here = Object.values(config.states).find(isLast)?.on?.answer?.target
  while (here !== undefined) {
    const always: Branch[] = config.states[here]?.always ?? []
    const index = always.findIndex(({ guard }) => !guard || guards[guard.type](said, guard.params as never))
    reasons.push(...reasonsOf(always.slice(0, index + 1), evidence))
    here = always[index]?.target
  }
  return reasons
}
