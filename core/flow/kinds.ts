/**
 * The kinds of question by name, and what each is answered by. Whatever else must be known of a kind is a row in the table of
 * the room or rule that needs it, `satisfies Record<Ask, …>`: a new kind does not compile before it has a row in each
 * (accept, samples, domain, suited tests, texts, how it is said, its field). A browser carries only what it uses.
 */
import type { QuestionStep, SharedQuestion } from './definition.ts'

export type Ask = (QuestionStep | SharedQuestion)['ask']

/** Choosing of the options that the question or its list names, of the place's municipalities, of the five steps of the scale; or writing. */
export const ANSWERED_BY = {
  one: 'options',
  many: 'options',
  scale: 'steps',
  number: 'writing',
  money: 'writing',
  percentage: 'writing',
  year: 'writing',
  date: 'writing',
  text: 'writing',
  municipality: 'place',
  phone: 'writing',
} as const satisfies Record<Ask, 'options' | 'place' | 'steps' | 'writing'>

type AnsweredBy<By> = { [Kind in Ask]: (typeof ANSWERED_BY)[Kind] extends By ? Kind : never }[Ask]
/** Kinds that are answered by writing into a field, and those of which a row is chosen. */
export type WrittenKind = AnsweredBy<'writing'>
export type ChosenKind = Exclude<Ask, WrittenKind>

/** 5 goes well … 1 cannot manage without help, as they are shown. */
export const SCALE: readonly number[] = [5, 4, 3, 2, 1]
