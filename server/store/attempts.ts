/** Attempts to reach a resident: who tried, when, how, with what result. */
import type { Db } from './engines/engine.ts'
import type { AttemptRow } from './tables.ts'

export const attemptRepository = (db: Db, organisation: string) => ({
  add: async (attempt: Omit<AttemptRow, 'organisation'>): Promise<void> => {
    await db
      .insertInto('attempt')
      .values({ organisation, ...attempt })
      .execute()
  },
  /** Says another result of one. */
  result: async (request: string, number: number, result: string): Promise<void> => {
    await db
      .updateTable('attempt')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .where('number', '=', number)
      .set({ result })
      .execute()
  },
  of: (request: string) =>
    db
      .selectFrom('attempt')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .select(['number', 'at', 'person', 'way', 'result'])
      .orderBy('number')
      .execute(),
  remove: async (request: string): Promise<void> => {
    await db
      .deleteFrom('attempt')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .execute()
  },
})
