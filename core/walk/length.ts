/** How long the way is: what each kind of answer costs in presses, and what a whole conversation costs. */
import { carriedBy } from '../flow/danger.ts'
import type { Value } from '../flow/definition.ts'
import type { Ask } from '../flow/kinds.ts'
import type { QuestionVisit, Replay } from '../flow/result.ts'
import { DECLINED, DONT_KNOW, STRIP } from '../flow/words.ts'

/** “Go on”, where a press is not the answer by itself. */
const GO_ON = 1
const onePress = () => 1
/** Each tick, “none” being one too, and going on. */
const ticks = (value: Value) => (Array.isArray(value) ? Math.max(1, value.length) : 1) + GO_ON
/** What is written costs no press, but going on does. */
const written = () => GO_ON

/** Presses of a real answer to each kind of question, as the screens take them (held equal to a walk in the browser). */
export const PRESSES = {
  one: onePress,
  many: ticks,
  scale: onePress,
  number: written,
  money: written,
  percentage: written,
  year: written,
  date: written,
  text: written,
  municipality: onePress,
  phone: written,
} satisfies Record<Ask, (value: Value) => number>

/** Not to say is one quiet link; not to know is a row like the others, and of several a tick. An answer that tells of danger is said twice. */
function pressesOf({ question, value }: QuestionVisit): number {
  if (value === undefined || value === DECLINED) return 1
  if (value === DONT_KNOW) return question.ask === 'many' ? 1 + GO_ON : 1
  const isSaidTwice = question.ask !== 'many' && carriedBy(question, String(value)).length > 0
  return PRESSES[question.ask](value) + (isSaidTwice ? GO_ON : 0)
}

/** From the result to *Sent*: to ask, on from the number, to the card, and to send. A telephone number is written, which is no press. */
export const PRESSES_TO_SENT = 4

export type Length = { questions: number; presses: number }

/** The questions of the conversation itself: neither the strip nor what is asked in the request. */
export const questionsAsked = ({ path, inRequest }: Replay): QuestionVisit[] =>
  path.filter(({ address }) => address !== STRIP && !inRequest.some((one) => one.address === address))

/** How long the way of a conversation to its result is. */
export function lengthOf(replay: Replay): Length {
  const asked = questionsAsked(replay)
  return { questions: asked.length, presses: asked.reduce((sum, one) => sum + pressesOf(one), 0) }
}

/** The one in the middle, the higher of two; 0 of none. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
