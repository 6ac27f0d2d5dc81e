/** Callback requests, one row each while they are kept. */
import { sql } from 'kysely'
import type { Channel } from '#core/request/choices.ts'
import type { DataKeys } from '../seal/keys.ts'
import { type BoundLine, bindingOf, isBound, LINE, mustBeBound } from './binding.ts'
import type { Db } from './engines/engine.ts'
import { prepared, preparedInsert } from './engines/prepared.ts'
import { REQUEST_COLUMNS } from './rows/request.ts'
import type { CallbackRequestRow } from './tables.ts'

export { UNDATED, UNTOUCHED } from './rows/request.ts'

/** Another transaction changed the row after it was read: the storage runs the act again. */
export class Overtaken extends Error {
  readonly code = '40001'
}

export type RequestRow = Omit<CallbackRequestRow, 'organisation'>
/** By which way it came. */
export const channelOf = ({ channel }: Pick<CallbackRequestRow, 'channel'>): Channel =>
  channel === 'phone' ? 'phone' : 'chat'

export type NewRequest = Omit<RequestRow, 'binding'>
type Patch = Partial<Omit<RequestRow, 'id' | 'version' | 'binding'>>
/** What a take needs to hold: who may, from which status to which, and when an unattended hold ends. */
export type Take = {
  person: string
  area: string
  now: number
  until: number
  next: Readonly<Record<string, string>>
}

/** A request whose erasure is due: since when, epoch ms. */
export type ErasureCursor = { since: number; id: string }

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
/** @param wrote is told of each row that is written, with its new binding */
export function requestRepository(
  db: Db,
  organisation: string,
  keys: DataKeys,
  wrote: (request: string, binding: string) => void,
) {
  const changing = (id: string) =>
    db.updateTable('callback_request').where('organisation', '=', organisation).where('id', '=', id)
  /** The row if nobody changed it since it was read. */
  const asRead = ({ id, version, binding }: RequestRow) =>
    changing(id).where('version', '=', version).where('binding', '=', binding)
  /** Bound to what was read, not to what the row holds meanwhile: what another hand puts between is not made right by us. */
  const bound = (row: RequestRow, patch: Patch & { version?: number }) => {
    mustBeBound(keys, organisation, row)
    const next = { ...row, ...patch }
    return { ...patch, binding: bindingOf(keys, organisation, next) }
  }
  /** @returns the row as it is now */
  const written = (row: RequestRow | undefined) => {
    if (row?.binding) wrote(row.id, row.binding)
    return row
  }
  return {
    async add(row: NewRequest): Promise<void> {
      const binding = bindingOf(keys, organisation, row)
      await insert(db, { organisation, ...row, binding })
      wrote(row.id, binding)
    },
    find: async (id: string) => (await findOne(db, { organisation, id }))[0],
    /** The requests that have this id or this code: at most two. */
    known: (id: string, code: string) => known(db, { organisation, id, code }),
    findByCode: async (code: string) => (await withCode(db, { organisation, code }))[0],
    /** Rows in the order of their ids, after one: all of them, a page at a time. */
    after: (id: string, limit: number): Promise<RequestRow[]> =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .selectAll()
        .execute(),
    /** Which of these are rows. */
    async existing(ids: readonly string[]): Promise<Set<string>> {
      const rows = await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('id', 'in', ids.length > 0 ? ids : [''])
        .select('id')
        .execute()
      return new Set(rows.map(({ id }) => id))
    },
    /** Rows of before requests were bound, and those from which a binding was taken. */
    unbound: (limit: number): Promise<RequestRow[]> =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('binding', 'is', null)
        .orderBy('id')
        .limit(limit)
        .selectAll()
        .execute(),
    /** Binds a row as it stands: only an operator may say that it stands right. */
    async adopt(row: RequestRow): Promise<void> {
      const binding = bindingOf(keys, organisation, row)
      written(await changing(row.id).set({ binding }).returningAll().executeTakeFirst())
    },
    /** One conditional statement: of any number of callers, in any number of processes, one gets the row. */
    async take(row: RequestRow, { person, area, now, until, next }: Take) {
      const taken = {
        status: next[row.status] ?? row.status,
        taken_by: person,
        taken_at: now,
        taken_until: until,
        // whoever takes it up has found it real enough to be called
        aside: null,
        doubted_at: null,
        doubt_mac: null,
      }
      const found = await asRead(row)
        .where('area', '=', area)
        .where('status', 'in', Object.keys(next))
        .where((at) =>
          at.or([at('taken_by', 'is', null), at('taken_by', '=', person), at('taken_until', '<=', now)]),
        )
        .set(bound(row, { ...taken, version: row.version + 1 }))
        .returningAll()
        .executeTakeFirst()
      return written(found)
    },
    /**
     * Changes the row if nobody changed it since it was read. @returns the new row, or nothing
     * @throws Unreadable when it was not as we wrote it
     */
    async change(row: RequestRow, patch: Patch) {
      const changed = asRead(row).set(bound(row, { ...patch, version: row.version + 1 }))
      return written(await changed.returningAll().executeTakeFirst())
    },
    /**
     * Puts it under another head, or (null) in sight: nobody who reads it needs to know. One that is not as we wrote it stays
     * so. @returns false when somebody changed it meanwhile
     */
    async putUnder(row: RequestRow, head: string | null): Promise<boolean> {
      const isOurs = isBound(keys, organisation, row)
      const patch = isOurs ? bound(row, { folded_under: head }) : { folded_under: head }
      const put = (isOurs ? asRead(row) : changing(row.id)).set(patch)
      return written(await put.returningAll().executeTakeFirst()) !== undefined
    },
    /** @param version removes it only as it was read. @returns false when somebody changed it meanwhile */
    remove: async (id: string, version?: number): Promise<boolean> => {
      const removed = await db
        .deleteFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('id', '=', id)
        .$if(version !== undefined, (rows) => rows.where('version', '=', version as number))
        .returning('id')
        .execute()
      return removed.length > 0
    },
    /** Open requests that a person holds, some of them. */
    openHeldBy: (person: string, limit: number): Promise<RequestRow[]> =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('closed_at', 'is', null)
        .where('taken_by', '=', person)
        .orderBy('id')
        .limit(Math.max(0, limit))
        .selectAll()
        .execute(),
    /**
     * Closed before an instant, and recorded in the client system or never: erasure is due.
     * @param after the last one of the page before
     */
    dueForErasure: (
      before: number,
      limit: number,
      { after, recorded }: { after: ErasureCursor | undefined; recorded: 0 | 1 },
    ): Promise<BoundLine[]> =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('closed_at', '<=', before)
        .where('recorded', '=', recorded)
        .where(sql<boolean>`(closed_at, id) > (${after?.since ?? 0}, ${after?.id ?? ''})`)
        .select(LINE)
        .orderBy('closed_at')
        .orderBy('id')
        .limit(limit)
        .execute(),
  }
}
