/** The kinds of question by name. What a room or a rule must know of each is a table of its own, a row a kind: `satisfies Record<Ask, …>`. */
import type { Question } from './answer.ts'

export type Ask = Question['ask']
