/** Rows that no described situation shows to work, and rows that no conversation was found for. */
import type { Answers, Condition, Dialogue, Id } from '../../flow/definition.ts'
import { matches } from '../../flow/matches.ts'
import type { Outcome, Replay } from '../../flow/result.ts'
import { evidenceOf, route } from '../../flow/route.ts'
import { unwitnessed } from '../../walk/witness.ts'
import { fileOf } from '../base/content.ts'
import type { Survey } from '../base/survey.ts'

type Table = 'segment' | 'advice' | 'attention' | 'linked' | 'today' | 'danger'
type Row = { table: Table; index: number; id: Id; when: Condition }
const TABLES: Table[] = ['segment', 'advice', 'attention', 'linked', 'today', 'danger']
/** What the outcome says of their rows is not which of them held. */
const UNNAMED: Table[] = ['linked', 'today', 'danger']

const rowsOf = ({ tables }: Dialogue): Row[] =>
  TABLES.flatMap((table) =>
    (tables[table]?.rows ?? []).map(({ id, when = {} }, index) => ({ table, index, id, when })),
  )

/** The rows that held in a conversation, apart from those that the outcome names none of. */
const told = ({ headline, advice, attention }: Outcome): string[] => [
  `segment ${headline.row}`,
  ...advice.flatMap(({ rows }) => rows.map((row) => `advice ${row}`)),
  ...attention.flatMap(({ rows }) => rows.map((row) => `attention ${row}`)),
]

/** The last row without a condition is for whatever nobody has thought of. */
const isRest = ({ tables }: Dialogue, { table, index, when }: Row) =>
  Object.keys(when).length === 0 && index === (tables[table]?.rows.length ?? 0) - 1

/** Collects which rows held in the situations that are tried, and tells of the others. */
export function rowsTried(survey: Survey, dialogue: Dialogue, on: string) {
  const known: Answers[] = []
  const all = rowsOf(dialogue).filter((row) => !isRest(dialogue, row))
  let open = all
  const isMet = (row: Row, found: Replay, held: Set<string>, day: string): boolean =>
    UNNAMED.includes(row.table)
      ? matches(row.when, evidenceOf(dialogue, found, day))
      : held.has(`${row.table} ${row.id}`)
  const meet = (found: Replay, outcome: Outcome, day: string) => {
    const held = new Set(told(outcome))
    known.push(found.answers)
    open = open.filter((row) => !isMet(row, found, held, day))
  }
  const tell = () => {
    // content whose situations show few of its rows does not mean to show them all
    if (open.length * 2 > all.length) return
    const behind = new Map<Id, Id>()
    const sought = open.map((row) => ({
      ...row,
      holds: (found: Replay) => {
        const outcome = route(dialogue, found, on)
        const isFirst = isMet(row, found, new Set(told(outcome)), on)
        if (!isFirst && row.table === 'segment' && matches(row.when, evidenceOf(dialogue, found, on)))
          behind.set(row.id, outcome.headline.row)
        return isFirst
      },
    }))
    const missing = new Set(unwitnessed(dialogue, on, sought, known).map(({ table, id }) => `${table} ${id}`))
    for (const { table, index, id } of open) {
      const other = table === 'segment' ? behind.get(id) : undefined
      const isMissing = missing.has(`${table} ${id}`)
      const code = !isMissing ? 'row-untried' : other === undefined ? 'row-unreached' : 'row-behind'
      const path = [table, 'rows', index, 'id']
      survey.report(
        code,
        fileOf.routing,
        path,
        { name: id, other: other ?? '' },
        { level: 'warning', fold: table },
      )
    }
  }
  return { meet, tell }
}
