/** The tables in words: each row with its id, when it holds and what it leads to. */
import { type Bag, inWords, isRecord, list, record } from '#core/check/base/safe-access.ts'
import { meaning, type Survey } from '#core/check/base/survey.ts'
import type { Headline } from '#core/flow/definition.ts'
import { UNFINISHED } from '#core/flow/words.ts'
import { conditionText } from './conditions.ts'
import { INDENT, indented } from './lines.ts'
import { say, sayOr } from './phrases.ts'
import { answerText, textOf } from './words.ts'

const TABLES = ['segment', 'advice', 'attention', 'linked', 'danger', 'today'] as const
type Table = (typeof TABLES)[number]
/** Where the words of what a row leads to stand; of the others the name says enough. */
const NAMED: Partial<Record<Table, [namespace: string, part: string]>> = {
  segment: ['segments', 'title'],
  advice: ['advice', 'title'],
  attention: ['segments', 'name'],
}

/** A need by the words in which it is chosen. */
function chosenFirst(survey: Survey, need: string): string {
  const agenda = Object.values(survey.main?.steps ?? {}).find((step) => 'agenda' in step)?.agenda
  return answerText(survey, meaning(survey, [], inWords(agenda)), need)
}

/** `“Soita ensin” (emergency)`. */
function goal(survey: Survey, table: Table, name: unknown): string {
  const id = inWords(name)
  if (table === 'linked') return chosenFirst(survey, id)
  const [namespace, part] = NAMED[table] ?? []
  const words = namespace === undefined ? id : textOf(survey, namespace, `${id}.${part}`, id)
  return words === id ? id : say('leads.named', { words, id })
}

/** How strongly a person is offered, whose queue it is, whether a callback is made, and what is the next step in place of the call. */
function offer(survey: Survey, { contact, lane, callback, step }: Partial<Headline>): string[] {
  return [
    ...(contact === undefined ? [] : [sayOr(`contact.${inWords(contact)}`, inWords(contact))]),
    ...(lane === undefined ? [] : [say('lane', { lane: inWords(lane) })]),
    ...(callback === false ? [say('callback.no')] : []),
    ...(step === undefined ? [] : [say('next', { step: goal(survey, 'advice', step) })]),
  ]
}

function leads(survey: Survey, table: Table, then: unknown, pace?: unknown): string {
  const begin = pace === undefined ? [] : [sayOr(`pace.${inWords(pace)}`, inWords(pace))]
  const goals = isRecord(then)
    ? [goal(survey, table, then.segment), ...offer(survey, then)]
    : [...list(then).map((name) => goal(survey, table, name)), ...begin]
  return `${INDENT}${say('leads', { goals: goals.join(' · ') })}`
}

function rowLines(survey: Survey, table: Table, row: Bag): string[] {
  const id = inWords(row.id)
  const condition = conditionText({ survey, needs: [] }, row.when)
  const head = row.when === undefined ? say('row.otherwise', { id }) : say('row.if', { id, condition })
  return [head, leads(survey, table, row.then, row.pace)]
}

/** Of `segment`: who stops before the end, and the ends that the main flow names. */
function besides(survey: Survey, { unfinished, ends }: Bag): string[] {
  return [
    ...(isRecord(unfinished)
      ? [say('row.unfinished', { id: UNFINISHED }), leads(survey, 'segment', unfinished)]
      : []),
    ...Object.entries(record(ends)).flatMap(([name, said]) => [
      say('end.named', { name }),
      leads(survey, 'segment', { segment: name, ...record(said) }),
    ]),
  ]
}

function factLines(survey: Survey): string[] {
  const facts = Object.entries(survey.facts)
  if (facts.length === 0) return []
  const lines = facts.map(([id, fact]) =>
    say('fact.is', { id, condition: conditionText({ survey, needs: [] }, fact) }),
  )
  return [say('facts'), ...indented(lines)]
}

/** Advice items that are not for everybody, and for whom they are not. */
function itemLines(survey: Survey): string[] {
  const items = Object.entries(survey.content.advice).flatMap(([id, item]) => {
    const { unless } = record(item)
    if (unless === undefined) return []
    const condition = conditionText({ survey, needs: [] }, unless)
    return [say('item.unless', { item: goal(survey, 'advice', id), condition })]
  })
  return items.length === 0 ? [] : [say('items.unless'), ...indented(items)]
}

/** `routing.yaml`: the facts that its rows name, every table that it has, then of whom advice is not. */
export function tablesInWords(survey: Survey): string[] {
  const routing = record(survey.content.routing)
  const tables = TABLES.filter((table) => isRecord(routing[table])).flatMap((table) => {
    const bag = record(routing[table])
    const rows = list(bag.rows).map(record)
    return [
      say(bag.hit === 'first' ? 'table.first' : 'table.collect', { table }),
      ...indented(rows.flatMap((row) => rowLines(survey, table, row))),
      ...(table === 'segment' ? indented(besides(survey, bag)) : []),
    ]
  })
  return ['routing.yaml', ...indented([...factLines(survey), ...tables, ...itemLines(survey)])]
}
