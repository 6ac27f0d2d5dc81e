/** The marks of requests that are gone: id and code hash alone, so that a late retry stores nothing. */
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import type { GoneRow } from './tables.ts'

type GoneKeys = { organisation: string; id: string; code: string }

/** Two look-ups, not one with `or`: that is planned as a reading of every mark. */
const knownGone = prepared((db, at: GoneKeys) =>
  db
    .selectFrom('gone')
    .where('organisation', '=', at.organisation)
    .where('id', '=', at.id)
    .selectAll()
    .unionAll(
      db
        .selectFrom('gone')
        .where('organisation', '=', at.organisation)
        .where('code_index', '=', at.code)
        .where('id', '<>', at.id)
        .selectAll(),
    ),
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
