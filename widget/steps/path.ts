/** The result as one path: which step comes when, and whose it is. Pure; the words come later. */
import type { AdviceItem, Dialogue, Id } from '#core/flow/definition.ts'
import { type ContentId, HELPERS } from '#core/flow/named.ts'
import type { Outcome, Replay } from '#core/flow/result.ts'
import { contactRank } from '#core/flow/route.ts'
import { FINE } from '#core/flow/words.ts'
import type { Speaker } from '#core/say/speaker.ts'

/** `own`: in one's own time. `promised`: the day and time by which the coordinator calls. */
export type When = 'now' | 'today' | 'this-week' | 'own' | 'promised'
/** whether there are words for a key */
type Has = Pick<Speaker, 'has'>
type Because = Outcome['headline']['because']

export type PathStep =
  | { id: 'callback'; owner: 'coordinator'; when: 'promised'; because: Because }
  /** the resident's own; `item` tells with whom */
  | { id: Id; owner: 'you'; when: When; because: Because; item: AdviceItem | undefined }

/** What has no words cannot be told. */
const ownSteps = ({ has }: Has, dialogue: Dialogue, { advice }: Outcome) =>
  advice
    .filter(({ id }) => has(`advice:${id}.title`))
    .map(({ id, because, pace = 'own' }) => {
      const item = dialogue.advice[id]
      return { id, owner: 'you' as const, when: pace as When, because, item }
    })

/**
 * Every step once. A call stands first where a person comes first, after the resident's own first step where it is
 * offered, and last where the advice is enough; of some matters there is none.
 */
export function pathOf(has: Has, dialogue: Dialogue, outcome: Outcome): PathStep[] {
  const own: PathStep[] = ownSteps(has, dialogue, outcome)
  const { then, because } = outcome.headline
  if (then.callback === false) return own
  const call: PathStep = { id: 'callback', owner: 'coordinator', when: 'promised', because }
  const before = [own.length, 1, 0][contactRank(then)] ?? 0
  return [...own.slice(0, before), call, ...own.slice(before)]
}

/**
 * What already goes well, and who already helps: ids of texts, in the order they were answered. A life area in which
 * something was ticked does not go well, however it was graded.
 */
export function alreadyIn({ path }: Replay): { helpers: Id[]; fine: Id[] } {
  const answeredAt = (step: ContentId) => path.find((visit) => visit.step === step)?.value
  const helpers = answeredAt(HELPERS)
  const troubled = path.flatMap(({ question, value, need }) =>
    question.ask === 'many' && Array.isArray(value) && value.length > 0 ? [need] : [],
  )
  return {
    helpers: Array.isArray(helpers) ? helpers : [],
    fine: path.flatMap(({ question, value, need }) =>
      question.ask === 'scale' &&
      need &&
      typeof value === 'number' &&
      value >= FINE &&
      !troubled.includes(need)
        ? [need]
        : [],
    ),
  }
}
