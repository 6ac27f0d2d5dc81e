/** What the tables say of a replayed conversation: whose it is, what advice it gets, and why. */
import { advised, collect } from './advised.ts'
import { aroundOf, questionsOf } from './compile.ts'
import { inOrder } from './danger.ts'
import { decidedBy } from './decided.ts'
import type { Dialogue, Headline, Id, Tables } from './definition.ts'
import { because, dangersIn, distinct, type Evidence } from './matches.ts'
import { UNROUTED } from './named.ts'
import type { Hit, Outcome, Replay } from './result.ts'
import { mainOf } from './spots.ts'
import { CONTACT, DONT_KNOW, STRIP, UNFINISHED } from './words.ts'

/** Evidence of a replay, for conditions outside any need. */
export function evidenceOf(dialogue: Dialogue, replay: Replay, on: string): Evidence {
  const { answers, end: name } = replay
  const evidence = { answers, on, ...aroundOf(dialogue), questions: questionsOf(dialogue) }
  return name === undefined
    ? evidence
    : { ...evidence, end: { name, because: distinct(decidedBy(dialogue, replay, evidence)) } }
}

type Row = Tables['segment']['rows'][number]

/** The first of these rows that holds. */
function firstOf(rows: Row[], evidence: Evidence): Hit<Headline> | undefined {
  for (const { id, when = {}, then } of rows) {
    const reasons = because(when, evidence)
    if (reasons) return { row: id, then, because: reasons }
  }
  return undefined
}

/** A row that brings a person first; beside a named end only one that has something to hold by. */
const isFirst = ({ when, then }: Row, end?: Evidence['end']) => then.contact === 'first' && (!end || when)

/**
 * Where it leads: to a row that brings a person first, whatever else was decided; to the named end; to the first row that
 * holds, the last one when none does. Of a conversation that was not finished no outcome is claimed but what the content says of such.
 */
function headlineOf({ rows, unfinished, ends }: Tables['segment'], done: boolean, evidence: Evidence) {
  const { end } = evidence
  const isDecided = !done || end
  const found = firstOf(isDecided ? rows.filter((row) => isFirst(row, end)) : rows, evidence)
  if (found) return found
  // an end or a revision of which the tables say nothing brings a person
  const segment = end?.name ?? UNROUTED
  const nothing: Headline = { segment, contact: 'first' }
  const last = rows.at(-1)
  const decided = end ? { ...nothing, ...ends?.[segment] } : unfinished
  const row = last && !isDecided ? last.id : end ? segment : UNFINISHED
  const said = last && !isDecided ? last.then : decided
  // biome-ignore lint/suspicious/noThenProperty: the tables' own word
  return { row, then: said ?? nothing, because: end?.because ?? [] }
}

/** The options chosen for the agendas, in order, also those that have no section. */
function needsOf(dialogue: Dialogue, { answers }: Replay): Id[] {
  const agendas = Object.values(mainOf(dialogue).steps).flatMap((step) =>
    'agenda' in step ? [step.agenda] : [],
  )
  return [...new Set(agendas)].flatMap((address) => listAt(answers, address))
}

function listAt(answers: Replay['answers'], address: string): Id[] {
  const value = Object.hasOwn(answers, address) ? answers[address] : undefined
  return Array.isArray(value) ? value : []
}

/** The dangers told so far, by single answers or by several together, the one whose number comes first first. */
export const dangersTold = (dialogue: Dialogue, replay: Replay, on: string): Id[] =>
  inOrder(dialogue, dangersIn(evidenceOf(dialogue, replay, on)))

/** Routes a replay; one that is not done claims no outcome but a person. Pure; `on` is the ISO date on which the conversation is held. */
export function route(dialogue: Dialogue, replay: Replay, on: string): Outcome {
  const evidence = evidenceOf(dialogue, replay, on)
  const { segment, attention, today, linked } = dialogue.tables
  const needs = needsOf(dialogue, replay)
  return {
    finished: replay.done,
    headline: headlineOf(segment, replay.done, evidence),
    advice: advised(dialogue, replay, evidence, needs),
    attention: collect(attention, evidence),
    dangers: dangersTold(dialogue, replay, on),
    today: today ? collect(today, evidence).map(({ id }) => id) : [],
    linked: linked ? collect(linked, evidence).flatMap(({ id }) => (needs.includes(id) ? [] : [id])) : [],
    flags: listAt(replay.answers, STRIP),
    needs,
    dontKnow: replay.path.filter(({ value }) => value === DONT_KNOW).map(({ address }) => address),
  }
}

/** The headline alone of what `route` says. */
export const headlineFor = (dialogue: Dialogue, replay: Replay, on: string): Hit<Headline> =>
  headlineOf(dialogue.tables.segment, replay.done, evidenceOf(dialogue, replay, on))

/** How strongly a person is offered, 0 weakest: it may only rise when an answer is withheld or not known. */
export const contactRank = (headline: Pick<Headline, 'contact'>): number => CONTACT.indexOf(headline.contact)
