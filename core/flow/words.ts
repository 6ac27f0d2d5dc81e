/** The engine's own words, without any schema library, so that browsers may import them. */

/** Reserved answers that the engine adds to every question. */
export const DONT_KNOW = 'dontKnow'
export const DECLINED = 'declined'

/** How the exclusive “none” of a *many* may come from outside; inside it is the empty list. */
export const NONE = 'none'

/** Words for those who work there: in the office's own language, and never sent to residents. */
export const STAFF_NAMESPACES: readonly string[] = ['desk', 'statistics', 'admin']

/** The form of a text for whatever was really answered: `question_if-answered`. No option of a question that decides words may have its name. */
export const ANSWERED = 'answered'

/** The name of the main flow's file and of the strip's address. */
export const MAIN = 'guidance'
export const STRIP = 'strip'

/** What decides of a conversation that was not finished, where no row of the tables does; no row may have its name. */
export const UNFINISHED = 'unfinished'

/** The answer to a *municipality* question of everybody whose municipality is not in the list. */
export const ELSEWHERE = 'elsewhere'

/** What an answer is marked with when somebody has looked at it and it tells of no danger. */
export const NO_DANGER = 'none'
/** In a condition `danger: any`: whichever danger was told. */
export const ANY_DANGER = 'any'

/** How a branch or a step ends the conversation, and the key of a condition that asks for a named end. */
export const END = 'end'

/** The keys of a condition that are not addresses. */
export const CONDITION_WORDS = [
  'all',
  'any',
  'not',
  'fact',
  'danger',
  END,
  'count',
  'atLeast',
  'atMost',
] as const

/** How strongly a person is offered, weakest first. “I don't know” in place of any answer may raise it, never lower it. */
export const CONTACT = ['available', 'offered', 'first'] as const

/** On the scale of five steps a matter is fine from this one on. */
export const FINE = 4

/** The one number that answers in every emergency of the European Union (directive (EU) 2018/1972, article 109). */
export const EMERGENCY = '112'
