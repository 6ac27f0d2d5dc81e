/** Callback requests, one row each while they are kept. */
import type { Db } from './engine.ts'
import type { CallbackRequest } from './tables.ts'

export type RequestRow = Omit<CallbackRequest, 'organisation'>
/** What a take needs to hold: who may, from which statuses, and when an unattended hold ends. */
export type Take = { person: string; area: string; now: number; until: number; from: readonly string[] }

export function requestRepository(db: Db, organisation: string) {
  const one = (id: string) =>
    db.selectFrom('callback_request').where('organisation', '=', organisation).where('id', '=', id)
  const changing = (id: string) =>
    db.updateTable('callback_request').where('organisation', '=', organisation).where('id', '=', id)
  return {
    add: async (row: RequestRow): Promise<void> => {
      await db
        .insertInto('callback_request')
        .values({ organisation, ...row })
        .execute()
    },
    find: (id: string) => one(id).selectAll().executeTakeFirst(),
    /** The requests that have this id or this code: at most two. */
    known: (id: string, codeIndex: string) =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where((at) => at.or([at('id', '=', id), at('code_index', '=', codeIndex)]))
        .selectAll()
        .execute(),
    findByCode: (codeIndex: string) =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('code_index', '=', codeIndex)
        .selectAll()
        .executeTakeFirst(),
    /** One conditional statement: of any number of callers, in any number of processes, one gets the row. */
    take: (id: string, { person, area, now, until, from }: Take) =>
      changing(id)
        .where('area', '=', area)
        .where('status', 'in', from)
        .where((at) =>
          at.or([at('taken_by', 'is', null), at('taken_by', '=', person), at('taken_until', '<=', now)]),
        )
        .set((old) => ({
          // one who was already reached stays reached, in other hands
          status: old.case().when('status', '=', 'reached').then('reached').else('taken').end(),
          taken_by: person,
          taken_at: now,
          taken_until: until,
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
      !(await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('reference', '=', reference)
        .where('closed_at', 'is', null)
        .select('id')
        .executeTakeFirst()),
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
