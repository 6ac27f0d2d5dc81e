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

/** What the branches after one answer weighed, as far as the next question or the end. */
function weighedAfter(dialogue: Dialogue, visit: Replay['path'][number], evidence: Evidence): Reason[] {
  const config = compile(dialogue).config as unknown as DialogueConfig
  const guards = guardsOf(config, aroundOf(dialogue))
  const said = { context: evidence, event: { type: '' } }
  const isIt = ({ meta }: DialogueConfig['states'][string]) =>
    meta && 'address' in meta && meta.address === visit.address && meta.need === visit.need
  let reasons: Reason[] = []
  let here = Object.values(config.states).find(isIt)?.on?.answer?.target
  while (here !== undefined) {
    const always: Branch[] = config.states[here]?.always ?? []
    const index = always.findIndex(({ guard }) => !guard || guards[guard.type](said, guard.params as never))
    const found = reasonsOf(always.slice(0, index + 1), evidence)
    // the last that was weighed decided
    if (found.length > 0) reasons = found
    here = always[index]?.target
  }
  return reasons
}

/** From the last answer back to the one after which branches were weighed. */
export function decidedBy(dialogue: Dialogue, { path, inRequest }: Replay, evidence: Evidence): Reason[] {
  const isLater = (visit: Replay['path'][number]) =>
    inRequest.some(({ address }) => address === visit.address)
  for (const visit of [...path].reverse()) {
    if (isLater(visit)) continue
    const reasons = weighedAfter(dialogue, visit, evidence)
    if (reasons.length > 0) return reasons
  }
  return []
}
