/** The marks of requests that are gone: id and code hash alone, so that a late retry stores nothing. */
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import type { GoneRow } from './tables.ts'

const knownGone = prepared((db, at: { organisation: string; id: string; code: string }) =>
  db
    .selectFrom('gone')
    .where('organisation', '=', at.organisation)
    .where((or) => or.or([or('id', '=', at.id), or('code_index', '=', at.code)]))
    .selectAll(),
)

export const goneRepository = (db: Db, organisation: string) => ({
  add: async (gone: Omit<GoneRow, 'organisation'>): Promise<void> => {
    await db
      .insertInto('gone')
      .values({ organisation, ...gone })
      .execute()
  },
  /** The marks of requests that had this id or this code. */
  known: (id: string, code: string) => knownGone(db, { organisation, id, code }),
  findByCode: (codeIndex: string) =>
    db
      .selectFrom('gone')
      .where('organisation', '=', organisation)
      .where('code_index', '=', codeIndex)
      .selectAll()
      .executeTakeFirst(),
  /** Forgets the marks whose time is over. */
  forget: async (now: number): Promise<void> => {
    await db.deleteFrom('gone').where('organisation', '=', organisation).where('until', '<=', now).execute()
  },
})
