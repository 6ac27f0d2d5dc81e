/** The routing tables: rows that are there twice, never reached, or lead to something that does not exist. */

import { UNFINISHED } from '../../flow/words.ts'
import type { Topic } from '../base/causes.ts'
import { fileOf, SOURCE_LANGUAGE } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord, list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { checkCondition } from '../conditions/conditions.ts'
import { checkFacts } from '../conditions/facts.ts'
import { coveredBy, possible } from '../conditions/imply.ts'
import { endHeadlines, isAllNamed } from '../flows/ends.ts'
import { firstChoices } from './advice.ts'

const FILE = fileOf.routing
const everywhere = (survey: Survey) => ({ survey, needs: [] })
type Row = { bag: Bag; path: Path; id: string }

/** The rows of a table with the place where each stands. */
function rowsOf({ content }: Survey, table: string): Row[] {
  return list(record(record(content.routing)[table]).rows).flatMap((bag, index) =>
    isRecord(bag) ? [{ bag, path: [table, 'rows', index], id: inWords(bag.id) }] : [],
  )
}

function checkIds({ report }: Survey, rows: Row[]): void {
  rows.forEach(({ id, path }, index) => {
    if (id === UNFINISHED || rows.findIndex((row) => row.id === id) < index)
      report('duplicate-row', FILE, [...path, 'id'], { name: id })
  })
}

function checkWhen(survey: Survey, { bag, path }: Row, isWhole: boolean): void {
  if (!('when' in bag)) return
  const at = [...path, 'when']
  const before = survey.told()
  checkCondition(survey, { file: FILE, needs: [], isBranch: false }, bag.when, at)
  const isSound = isWhole && survey.told() === before
  if (isSound && !possible(everywhere(survey), bag.when)) survey.report('impossible-condition', FILE, at)
}

function checkGap(survey: Survey, rows: Row[]): void {
  const isThere = isRecord(record(survey.content.routing).segment)
  if (!isThere || isAllNamed(survey) || rows.some(({ bag }) => !('when' in bag))) return
  const at = rows.at(-1)?.path ?? ['segment']
  survey.report('table-gap', FILE, [...at, rows.length > 0 ? 'when' : 'rows'], {}, { part: 'key' })
}

function checkReach(survey: Survey, rows: Row[], isWhole: boolean): void {
  const always = rows.findIndex(({ bag }) => !('when' in bag))
  const after = always < 0 ? rows.length : always
  for (const { id, path } of rows.slice(after + 1)) {
    const other = rows[always]?.id ?? ''
    const of = [{ file: FILE, path: rows[always]?.path ?? [] }]
    survey.report('row-unreachable', FILE, path, { name: id, other }, { of, fold: other })
  }
  if (!isWhole) return
  const earlier = rows.slice(0, after)
  earlier.forEach(({ bag, id, path }, index) => {
    const covering = coveredBy(
      everywhere(survey),
      bag.when,
      earlier.slice(0, index).map((row) => row.bag.when),
    )
    if (covering.length === 0 || !possible(everywhere(survey), bag.when)) return
    const other = covering.map((row) => earlier[row]?.id).join('", "')
    survey.report('row-shadowed', FILE, path, { name: id, other }, { fold: other })
  })
}

function checkAdviceNames(survey: Survey, rows: Row[]): void {
  const { report, content, whole } = survey
  if (!whole(FILE)) return
  const known = Object.keys(content.advice)
  for (const { bag, path } of rows) {
    list(bag.then).forEach((name, index) => {
      if (typeof name !== 'string' || known.includes(name)) return
      const at = [...path, 'then', index]
      const about = goneIn(name)
      const options = { of: [{ file: fileOf.advice(name), path: [] }], about, fold: name }
      if (hasTexts(survey, name))
        report('advice-gone', FILE, at, { name, file: fileOf.advice(name) }, options)
      else report('unknown-advice', FILE, at, { name, hint: hint(name, known) }, options)
    })
  }
}

/** The step that an outcome puts in the place of the call is an advice item. */
function checkSteps({ report, content }: Survey, rows: Row[]): void {
  const known = Object.keys(content.advice)
  for (const { bag, path } of rows) {
    const { step } = record(bag.then)
    if (typeof step === 'string' && !known.includes(step))
      report('unknown-advice', FILE, [...path, 'then', 'step'], { name: step, hint: hint(step, known) })
  }
}

/** What is offered beside the matters told is a matter itself. */
function checkLinked(survey: Survey, rows: Row[]): void {
  const known = firstChoices(survey)
  if (known.length === 0) return
  for (const { bag, path } of rows)
    list(bag.then).forEach((name, index) => {
      if (typeof name === 'string' && !known.includes(name))
        survey.report('unknown-life-area', FILE, [...path, 'then', index], { name, hint: hint(name, known) })
    })
}

/** Tables whose rows all count. */
const COLLECTED = ['advice', 'attention', 'danger'] as const

/**
 * A row without a condition gives what it gives to everybody. Where situations say so it is meant; where they say otherwise they are
 * told to end elsewhere; where none says anything it is told here.
 */
function checkAlways({ report, content }: Survey, table: (typeof COLLECTED)[number], rows: Row[]): void {
  const ends = list(content.cases).map((one) => record(record(one).ends))
  // a situation that names no danger says that there is none
  const isTried = table === 'danger' ? ends.length > 0 : ends.some((end) => Array.isArray(end[table]))
  for (const { bag, path, id } of isTried ? [] : rows)
    if (!('when' in bag))
      report(
        'row-for-everybody',
        FILE,
        path,
        { name: id, items: list(bag.then).map(inWords).join(', ') },
        { level: 'warning' },
      )
}

/** What is missed where an advice item is gone that rows, cases and texts still name. */
export const goneIn = (name: string): Topic => ({ file: FILE, path: ['advice', 'gone', name] })
const hasTexts = ({ content }: Survey, name: string): boolean =>
  Object.keys(record(content.words[SOURCE_LANGUAGE]?.advice)).some((key) => key.startsWith(`${name}.`))

/** Checks facts and all tables. `isWhole`: flows, tables and lists have the right shape, so that conditions can be tried out. */
export function checkTables(survey: Survey, isWhole: boolean): void {
  const tables = {
    segment: rowsOf(survey, 'segment'),
    advice: rowsOf(survey, 'advice'),
    attention: rowsOf(survey, 'attention'),
    danger: rowsOf(survey, 'danger'),
    today: rowsOf(survey, 'today'),
    linked: rowsOf(survey, 'linked'),
  }
  checkFacts(survey)
  for (const rows of Object.values(tables)) {
    checkIds(survey, rows)
    for (const row of rows) checkWhen(survey, row, isWhole)
  }
  checkGap(survey, tables.segment)
  checkReach(survey, tables.segment, isWhole)
  checkAdviceNames(survey, tables.advice)
  checkSteps(survey, tables.segment)
  checkLinked(survey, tables.linked)
  for (const table of COLLECTED) checkAlways(survey, table, tables[table])
}

/** Where conversations can lead: what the rows of `segment` say, and what is said of the unfinished ones. */
export const headlinesOf = (survey: Survey): Bag[] => [
  ...rowsOf(survey, 'segment').map(({ bag }) => record(bag.then)),
  ...endHeadlines(survey),
  record(record(record(survey.content.routing).segment).unfinished),
]

/** Every id that the rows of a table lead to. */
export function goalsOf(survey: Survey, table: 'segment' | 'advice' | 'attention' | 'today'): string[] {
  const goals =
    table === 'segment'
      ? headlinesOf(survey).map(({ segment }) => segment)
      : rowsOf(survey, table).flatMap(({ bag }) => list(bag.then))
  return [...new Set(goals.filter((goal) => typeof goal === 'string'))]
}
