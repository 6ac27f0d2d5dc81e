/** The tables in words: each row with its id, when it holds and what it leads to. */
import { type Bag, inWords, isRecord, list, record } from '#core/check/base/safe-access.ts'
import type { Survey } from '#core/check/base/survey.ts'
import type { NamedEnd } from '#core/flow/definition.ts'
import { UNFINISHED } from '#core/flow/words.ts'
import { conditionText } from './conditions.ts'
import { INDENT, indented } from './lines.ts'
import { say, sayOr } from './phrases.ts'
import { textOf } from './words.ts'

const TABLES = ['segment', 'advice', 'attention', 'danger', 'today'] as const
/** Where the words of what a row leads to stand; of the others the name says enough. */
const NAMED: Partial<Record<(typeof TABLES)[number], [namespace: string, part: string]>> = {
  segment: ['segments', 'title'],
  advice: ['advice', 'title'],
  attention: ['segments', 'name'],
}

/** `“Soita ensin” (emergency)`. */
function goal(survey: Survey, table: (typeof TABLES)[number], name: unknown): string {
  const id = inWords(name)
  const [namespace, part] = NAMED[table] ?? []
  const words = namespace === undefined ? id : textOf(survey, namespace, `${id}.${part}`, id)
  return words === id ? id : say('leads.named', { words, id })
}

/** How strongly a person is offered, whose queue it is, and whether a callback is made. */
function offer({ contact, lane, callback }: Partial<NamedEnd>): string[] {
  return [
    ...(contact === undefined ? [] : [sayOr(`contact.${inWords(contact)}`, inWords(contact))]),
    ...(lane === undefined ? [] : [say('lane', { lane: inWords(lane) })]),
    ...(callback === false ? [say('callback.no')] : []),
  ]
}

function leads(survey: Survey, table: (typeof TABLES)[number], then: unknown): string {
  const goals = isRecord(then)
    ? [goal(survey, table, then.segment), ...offer(then)]
    : list(then).map((name) => goal(survey, table, name))
  return `${INDENT}${say('leads', { goals: goals.join(' · ') })}`
}

function rowLines(survey: Survey, table: (typeof TABLES)[number], row: Bag): string[] {
  const id = inWords(row.id)
  const condition = conditionText({ survey, needs: [] }, row.when)
  const head = row.when === undefined ? say('row.otherwise', { id }) : say('row.if', { id, condition })
  return [head, leads(survey, table, row.then)]
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

/** `routing.yaml`: the facts that its rows name, then every table that it has. */
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
  return ['routing.yaml', ...indented([...factLines(survey), ...tables])]
}
