/** Callback requests, one row each while they are kept. */
import { sql } from 'kysely'
import type { Db } from './engines/engine.ts'
import { prepared, preparedInsert } from './engines/prepared.ts'
import { REQUEST_COLUMNS } from './rows/request.ts'
import type { CallbackRequestRow } from './tables.ts'

export { UNDATED } from './rows/request.ts'
export type RequestRow = Omit<CallbackRequestRow, 'organisation'>
/** What a take needs to hold: who may, from which status to which, and when an unattended hold ends. */
export type Take = {
  person: string
  area: string
  now: number
  until: number
  next: Readonly<Record<string, string>>
}

type Own = { organisation: string }

const insert = preparedInsert<CallbackRequestRow>(
  'callback_request',
  Object.keys(REQUEST_COLUMNS) as (keyof CallbackRequestRow)[],
)
/** Two look-ups, not one with `or`: how that is planned depends on what the engine knows of the table. */
const known = prepared((db, at: Own & { id: string; code: string }) =>
  db
    .selectFrom('callback_request')
    .where('organisation', '=', at.organisation)
    .where('id', '=', at.id)
    .selectAll()
    .unionAll(
      db
        .selectFrom('callback_request')
        .where('organisation', '=', at.organisation)
        .where('code_index', '=', at.code)
        .where('id', '<>', at.id)
        .selectAll(),
    ),
)
const findOne = prepared((db, at: Own & { id: string }) =>
  db
    .selectFrom('callback_request')
    .where('organisation', '=', at.organisation)
    .where('id', '=', at.id)
    .selectAll(),
)
const withCode = prepared((db, at: Own & { code: string }) =>
  db
    .selectFrom('callback_request')
    .where('organisation', '=', at.organisation)
    .where('code_index', '=', at.code)
    .selectAll(),
)
const withReference = prepared((db, at: Own & { reference: string }) =>
  db
    .selectFrom('callback_request')
    .where('organisation', '=', at.organisation)
    .where('reference', '=', at.reference)
    .where('closed_at', 'is', null)
    .select('id'),
)

/** The status that follows the one in the row. */
const byCases = (next: Take['next']) => {
  const cases = Object.entries(next).map(([was, is]) => sql`when ${was} then ${is}`)
  return sql<string>`case status ${sql.join(cases, sql` `)} end`
}

export function requestRepository(db: Db, organisation: string) {
  const changing = (id: string) =>
    db.updateTable('callback_request').where('organisation', '=', organisation).where('id', '=', id)
  return {
    add: (row: RequestRow): Promise<void> => insert(db, { organisation, ...row }),
    find: async (id: string) => (await findOne(db, { organisation, id }))[0],
    /** The requests that have this id or this code: at most two. */
    known: (id: string, code: string) => known(db, { organisation, id, code }),
    findByCode: async (code: string) => (await withCode(db, { organisation, code }))[0],
    /** One conditional statement: of any number of callers, in any number of processes, one gets the row. */
    take: (id: string, { person, area, now, until, next }: Take) =>
      changing(id)
        .where('area', '=', area)
        .where('status', 'in', Object.keys(next))
        .where((at) =>
          at.or([at('taken_by', 'is', null), at('taken_by', '=', person), at('taken_until', '<=', now)]),
        )
        .set((old) => ({
          status: byCases(next),
          taken_by: person,
          taken_at: now,
          taken_until: until,
          // whoever takes it up has found it real enough to be called
          aside: null,
          version: old('version', '+', 1),
        }))
        .returningAll()
        .executeTakeFirst(),
    /** Changes the row if nobody changed it since it was read as `version`. @returns the new row, or nothing */
    change: (id: string, version: number, patch: Partial<Omit<RequestRow, 'id' | 'version'>>) =>
      changing(id)
        .where('version', '=', version)
        .set({ ...patch, version: version + 1 })
        .returningAll()
        .executeTakeFirst(),
    remove: async (id: string): Promise<void> => {
      await db
        .deleteFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('id', '=', id)
        .execute()
    },
    isReferenceFree: async (reference: string): Promise<boolean> =>
      (await withReference(db, { organisation, reference })).length === 0,
    /** Closed before an instant and recorded in the client system: erasure is due. */
    dueForErasure: (before: number, limit: number) =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('closed_at', '<=', before)
        .where('recorded', '=', 1)
        .select(['id', 'code_index', 'area'])
        .orderBy('closed_at')
        .limit(limit)
        .execute(),
  }
}
