/** How many stand in the queue, and what is known of some of them: counts cost what is open, look-ups what is looked up. */
import { sql } from 'kysely'
import type { Db } from '../engines/engine.ts'
import { prepared } from '../engines/prepared.ts'
import type { CallbackRequestRow } from '../tables.ts'
import { lines, type QueueColumns } from './lines.ts'

/** Instants by which promises are counted: now, an hour later, the next midnight; and from when on it is no date. */
export type Marks = { now: number; soon: number; midnight: number; undated: number }
/** `hold`: `free` for anybody, `mine` or of an `other`. */
export type Cell = { area: string; hold: 'free' | 'mine' | 'other'; due: string; count: number }

/** What decides where a row is counted, and where it stands. */
export type Light = Pick<
  CallbackRequestRow,
  | 'id'
  | 'area'
  | 'status'
  | 'attempts'
  | 'taken_by'
  | 'taken_until'
  | 'promise_until'
  | 'promise_day'
  | 'received_at'
>

/** In the very words of the indexes: otherwise they are not used. What is in sight neither stands aside nor is folded under another. */
export const IN_SIGHT = sql<boolean>`closed_at is null and folded_under is null and aside is null`
export const UNTRIED = sql<boolean>`attempts = 0 and status in ('waiting', 'taken')`
export const TRIED = sql<boolean>`(attempts > 0 or status not in ('waiting', 'taken'))`
const isLapsed = (person: string, now: number) =>
  sql<boolean>`(taken_by <> ${person} and taken_until <= ${now})`
/** Nobody has it, or who has it let the time pass. */
export const isFree = (person: string, now: number) =>
  sql<boolean>`(status = 'waiting' or ${isLapsed(person, now)})`

/** Numbers of values in one statement, so that few statements are made: lists are filled up with their last value. */
const SIZES = [1, 4, 16, 64, 256]
const MOST = 256
function* filled(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST)
    const size = SIZES.find((one) => one >= some.length) ?? MOST
    yield [...some, ...Array<string>(size - some.length).fill(some[0] ?? '')]
  }
}
async function each<Row>(ids: readonly string[], ask: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = []
  for (const some of filled(ids)) found.push(...(await ask(some)))
  return found
}

/** What rows are counted by, of so many: built once, because building a long list costs more than to run it. */
const lightOf = new Map(
  SIZES.map((size) => [
    size,
    prepared((db, at: { organisation: string } & Record<string, string>) =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', at.organisation)
        .where(
          'id',
          'in',
          Array.from({ length: size }, (_, index) => at[`id${index}`] as string),
        )
        .where(IN_SIGHT)
        .select(['id', 'area', 'status', 'attempts', 'taken_by', 'taken_until'])
        .select(['promise_until', 'promise_day', 'received_at']),
    ),
  ]),
)
const light = async (db: Db, organisation: string, some: readonly string[]): Promise<Light[]> => {
  const values = Object.fromEntries(some.map((id, index) => [`id${index}`, id]))
  return (await lightOf.get(some.length)?.(db, { organisation, ...values })) ?? []
}

/** Lines whose sealed summaries are read, to know them by what was told in them: of a flood that stands aside none is. */
const sealedRows = (db: Db, organisation: string) =>
  lines(db, organisation).where('closed_at', 'is', null).where('aside', 'is', null)

const cellsOf = (
  { db, organisation }: { db: Db; organisation: string },
  { areas, person }: { areas: readonly string[]; person: string },
  marks: Marks,
) => {
  const hold = sql`case when ${isFree(person, marks.now)} then 'free' when taken_by = ${person} then 'mine' else 'other' end`
  const due = sql`case when promise_until < ${marks.now} then 'overdue' when promise_until <= ${marks.soon} then 'soon'
    when promise_until < ${marks.midnight} then 'today' when promise_until < ${marks.undated} then 'later' else 'undated' end`
  const part = (tried: boolean) =>
    sql<Cell>`select area, ${hold} as hold, ${tried ? sql`'kept'` : due} as due, count(*) as count from callback_request
      where organisation = ${organisation} and area in (${sql.join([...areas])})
      and ${IN_SIGHT} and ${tried ? TRIED : UNTRIED}
      group by 1, 2, 3`.execute(db)
  return [part(false), part(true)]
}

export const standingRepository = (db: Db, organisation: string) => ({
  /** How many stand in sight, by area, by who holds them and by how their promise stands (of a visit: as if none were set). */
  async cells(asked: { areas: readonly string[]; person: string }, marks: Marks): Promise<Cell[]> {
    if (asked.areas.length === 0) return []
    const parts = await Promise.all(cellsOf({ db, organisation }, asked, marks))
    return parts.flatMap(({ rows }) => rows.map((cell) => ({ ...cell, count: Number(cell.count) })))
  },
  /** Those of these that stand in sight in the areas, with what they are counted by. */
  light: async (ids: readonly string[], areas: readonly string[]): Promise<Light[]> =>
    (await each(ids, (some) => light(db, organisation, some))).filter(({ area }) => areas.includes(area)),
  /** Lines of these, whatever has become of them, in no order. */
  lines: (ids: readonly string[]): Promise<QueueColumns[]> =>
    each(ids, (some) => lines(db, organisation).where('callback_request.id', 'in', some).execute()),
  /** Open requests in the order of their references, folded ones too. */
  sealedAfter: (reference: string, limit: number) =>
    sealedRows(db, organisation)
      .where('reference', '>', reference)
      .orderBy('reference')
      .limit(limit)
      .execute(),
  /** Those of these that are open. */
  sealed: (ids: readonly string[]) =>
    each(ids, (some) => sealedRows(db, organisation).where('callback_request.id', 'in', some).execute()),
})
