/** Which data keys are in use here, and the value by which each is known again. No key is in the database. */
import { sql } from 'kysely'
import type { Db } from '../engines/engine.ts'

export const dataKeyRepository = (db: Db, organisation: string) => ({
  /** Key id → its check value; empty: a key of before there were such values. */
  async checks(): Promise<Map<string, string>> {
    const own = db.selectFrom('data_key').where('organisation', '=', organisation)
    const rows = await own.select(['kid', 'check_value']).execute()
    return new Map(rows.map((row) => [row.kid, row.check_value]))
  },
  async set(kid: string, check_value: string): Promise<void> {
    await db
      .insertInto('data_key')
      .values({ organisation, kid, check_value })
      .onConflict((at) => at.columns(['organisation', 'kid']).doUpdateSet({ check_value }))
      .execute()
  },
  /** Nothing is wrapped under it any more. */
  async forget(kid: string): Promise<void> {
    await db.deleteFrom('data_key').where('organisation', '=', organisation).where('kid', '=', kid).execute()
  },
  /** How many requests, or figures of requests, are wrapped under a key: reads all of them, at a start that lacks a key alone. */
  async wrappedUnder(kid: string): Promise<number> {
    let count = 0
    for (const table of ['callback_request', 'statistics_waiting'] as const) {
      const found = await db
        .selectFrom(table)
        .where('organisation', '=', organisation)
        .where(sql<string>`substr(wrapped_key, 1, 12)`, '=', `v1.${kid}.`)
        .select((at) => at.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      count += Number(found.count)
    }
    return count
  },
})
