/** What stands ticked or typed before it is an answer. “None” and “I don't know” exclude everything else. */
import type { Value } from '#core/flow/definition.ts'
import { type ChosenKind, SCALE } from '#core/flow/kinds.ts'
import type { QuestionVisit } from '#core/flow/result.ts'
import { DECLINED, DONT_KNOW, NONE } from '#core/flow/words.ts'
import { typedText } from '#core/request/typed-text.ts'

export type Draft = { ticked: string[]; text: string }

const EXCLUSIVE = [NONE, DONT_KNOW]
type VisitedQuestion = QuestionVisit['question']

const once = (options: string[]) => [...new Set(options)]

/** The rows of each kind of question that is answered by choosing, by its options; where some must be ticked, “none” is no row. */
export const ROWS = {
  one: once,
  many: (options, least) => (least ? once(options) : [...once(options), NONE]),
  scale: () => SCALE.map(String),
  municipality: once,
} satisfies Record<ChosenKind, (options: string[], least?: number) => string[]>

/** Is it chosen from rows, rather than written? */
export const isChosen = ({ ask }: VisitedQuestion) => ask in ROWS

/** Is one row the whole answer? */
export const isOne = (question: VisitedQuestion) => isChosen(question) && question.ask !== 'many'

/** Does it exclude everything else? */
export const isExclusive = (id: string) => EXCLUSIVE.includes(id)

/** The draft of an answer given earlier; a withheld one starts empty. */
export function draftOf({ question, value }: QuestionVisit): Draft {
  if (value === undefined || value === DECLINED) return { ticked: [], text: '' }
  if (value === DONT_KNOW) return { ticked: [DONT_KNOW], text: '' }
  if (!isChosen(question)) return { ticked: [], text: String(value) }
  if (Array.isArray(value)) return { ticked: value.length === 0 ? [NONE] : value, text: '' }
  return { ticked: [String(value)], text: '' }
}

/** Ticks or unticks one row; of a single choice only one stands. */
export function tick(draft: Draft, question: VisitedQuestion, id: string, on: boolean): Draft {
  if (!on) return { ...draft, ticked: draft.ticked.filter((one) => one !== id) }
  if (question.ask !== 'many' || isExclusive(id)) return { ...draft, ticked: [id] }
  return { ...draft, ticked: [...draft.ticked.filter((one) => !isExclusive(one)), id] }
}

/** The value to be judged; `undefined` when nothing is ticked or typed. */
export function answerOf({ ticked, text }: Draft, question: VisitedQuestion): Value | undefined {
  if (ticked.includes(DONT_KNOW)) return DONT_KNOW
  if (!isChosen(question)) return typedText(text).trim() || undefined
  if (ticked.includes(NONE) && question.ask === 'many') return []
  if (question.ask !== 'many') return ticked[0]
  return ticked.length > 0 ? ticked : undefined
}
