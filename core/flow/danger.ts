/** Which dangers the answers of a path tell, and which answers told them. */
import type { Question } from './answer.ts'
import type { Address, Answers, Condition, Dialogue, Flow, Id, Value } from './definition.ts'
import { mainOf } from './spots.ts'
import { NO_DANGER, STRIP } from './words.ts'

/** A row of the table `danger`: what several answers tell together. */
export type DangerRow = { when?: Condition; then: Id[] }
/** The dangers of one answer, with the ticks that tell them. */
type DangerTold = { address: Address; value: Value; dangers: Id[] }
type Answering = { answers: Answers; questions: Record<Address, Question> }

/** The dangers that one tick, or one step of the scale, carries by itself. */
export function carriedBy(question: Question | undefined, choice: string): Id[] {
  const marks = question && 'danger' in question ? question.danger : undefined
  const mark = marks && Object.hasOwn(marks, choice) ? marks[choice] : undefined
  return (Array.isArray(mark) ? mark : mark === undefined ? [] : [mark]).filter((id) => id !== NO_DANGER)
}

/** “I am not sure” is no flag of the strip. */
const choicesOf = (address: Address, value: Value): string[] =>
  Array.isArray(value) ? value : address === STRIP ? [] : [String(value)]

/** What each answer tells by itself, with the ticks that tell it. */
export function toldBy({ answers, questions }: Answering): DangerTold[] {
  // a flag of the strip is a danger by itself
  const carried = (address: Address, choice: string) =>
    address === STRIP ? [choice] : carriedBy(questions[address], choice)
  return Object.entries(answers).flatMap(([address, value]): DangerTold[] => {
    const ticks = choicesOf(address, value).filter((choice) => carried(address, choice).length > 0)
    if (ticks.length === 0) return []
    const dangers = ticks.flatMap((choice) => carried(address, choice))
    return [{ address, value: Array.isArray(value) ? ticks : value, dangers }]
  })
}

/** Dangers each once in the order of the main flow: the one whose number comes first first; unnamed ones last. */
export const inOrder = (dialogue: Dialogue, dangers: readonly Id[]): Id[] =>
  inOrderOf(dangersOf(mainOf(dialogue)), dangers)

/** The same by an order that is known already. */
export function inOrderOf(order: readonly Id[], dangers: readonly Id[]): Id[] {
  const rank = (danger: Id) => (order.includes(danger) ? order.indexOf(danger) : order.length)
  return [...new Set(dangers)].sort((a, b) => rank(a) - rank(b))
}

/** Every danger that a dialogue can tell, in order: those it names, else the flags of its strip. */
export const dangersOf = ({ dangers, strip }: Flow): Id[] => dangers ?? strip?.options ?? []
