/** The flows of a dialogue laid out flat: every place a conversation can stand at, and where each leads. */
import { optionsOf, type Question } from './answer.ts'
import type { Address, AgendaStep, Condition, Dialogue, Flow, Id, Next, Step } from './definition.ts'
import { MAIN, STRIP } from './words.ts'

/** A question somewhere: what a visit shows. */
export type Spot = { address: Address; flow: Id; step: Id; need?: Id; question: Question }
/** A question of the request, and for whom it is. */
export type RequestSpot = Spot & { when?: Condition }
/** An agenda: whose chosen options are walked, in which order, and how many at most. */
export type Agenda = { agenda: Address; needs: Id[]; most?: number }
/** A step in its flow: `prefix` makes state names (`agenda/need/`), empty in the main flow. */
export type Scope = { flow: Id; prefix: string; need?: Id; steps: Record<Id, Step> }

/** The main flow's file. A dialogue without one cannot be compiled. */
export function mainOf(dialogue: Dialogue): Flow {
  const main = dialogue.flows[MAIN]
  if (!main) throw new Error(`The dialogue has no flow “${MAIN}”.`)
  return main
}

function withoutArrows(step: object): Question {
  const { next: _, ...question } = step as { next?: Next }
  return question as Question
}

/** The question a step asks, or undefined when it asks none (an agenda, an end, an unknown shared question). */
export function questionOf(dialogue: Dialogue, steps: Record<Id, Step>, step: Id): Question | undefined {
  const found = steps[step]
  if (!found) return undefined
  if ('ask' in found) return withoutArrows(found)
  return 'shared' in found ? mainOf(dialogue).shared?.[step] : undefined
}

/** The place of a question: a shared one has one address and the main flow's words wherever it is asked. */
export function placeOf(dialogue: Dialogue, scope: Scope, step: Id): Spot {
  const question = questionOf(dialogue, scope.steps, step)
  if (!question) throw new Error(`The step “${step}” of “${scope.flow}” asks no known question.`)
  const shared = 'shared' in (scope.steps[step] as Step)
  const own = scope.need === undefined || shared ? step : `${scope.need}/${step}`
  const need = scope.need === undefined ? {} : { need: scope.need }
  return { address: own, flow: shared ? MAIN : scope.flow, step, ...need, question }
}

const laidOut = new WeakMap<Dialogue, RequestSpot[]>()

/** The questions of the request in their order; one that is shared has the words and the address it has in the conversation. */
export function requestSpots(dialogue: Dialogue): RequestSpot[] {
  const known = laidOut.get(dialogue)
  if (known) return known
  const { request = {}, shared = {} } = mainOf(dialogue)
  const spots = Object.entries(request).flatMap(([step, found]): RequestSpot[] => {
    const { when, ...own } = found
    const question = 'ask' in own ? (own as Question) : shared[step]
    return question ? [{ address: step, flow: MAIN, step, question, ...(when && { when }) }] : []
  })
  laidOut.set(dialogue, spots)
  return spots
}

/** The strip as a place: an optional answer, accepted before the first question. */
export function stripOf(dialogue: Dialogue): Spot | undefined {
  const { strip } = mainOf(dialogue)
  return strip && { address: STRIP, flow: MAIN, step: STRIP, question: strip }
}

/** The needs that an agenda can walk, in the order its question's options are written. */
export function agendaOf(dialogue: Dialogue, { agenda, sections, most }: AgendaStep): Agenda {
  const question = questionOf(dialogue, mainOf(dialogue).steps, agenda)
  const options = question ? optionsOf(question, dialogue.lists) : []
  const needs = options.filter((option) => Object.hasOwn(sections, option))
  return { agenda, needs, ...(most === undefined ? {} : { most }) }
}

/** The needs walked for an answer: the chosen ones that have a section, at most `most`. */
export function walked({ needs, most }: Agenda, chosen: unknown): Id[] {
  return Array.isArray(chosen) ? needs.filter((need) => chosen.includes(need)).slice(0, most) : []
}
