/** What is kept beside a request: notes, attempts, and the mark of one that is gone. */
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import type { Attempt, Gone, Note } from './tables.ts'

const noteRepository = (db: Db, organisation: string) => ({
  add: async (note: Omit<Note, 'organisation'>): Promise<void> => {
    await db
      .insertInto('note')
      .values({ organisation, ...note })
      .execute()
  },
  of: (request: string) =>
    db
      .selectFrom('note')
      .leftJoin('person', (join) =>
        join
          .onRef('person.organisation', '=', 'note.organisation')
          .onRef('person.person', '=', 'note.person'),
      )
      .where('note.organisation', '=', organisation)
      .where('request', '=', request)
      .select(['number', 'at', 'note.person', 'sealed', 'first_name'])
      .orderBy('number')
      .execute(),
  remove: async (request: string): Promise<void> => {
    await db
      .deleteFrom('note')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .execute()
  },
})

const attemptRepository = (db: Db, organisation: string) => ({
  add: async (attempt: Omit<Attempt, 'organisation'>): Promise<void> => {
    await db
      .insertInto('attempt')
      .values({ organisation, ...attempt })
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

const knownGone = prepared((db, at: { organisation: string; id: string; code: string }) =>
  db
    .selectFrom('gone')
    .where('organisation', '=', at.organisation)
    .where((or) => or.or([or('id', '=', at.id), or('code_index', '=', at.code)]))
    .selectAll(),
)

const goneRepository = (db: Db, organisation: string) => ({
  add: async (gone: Omit<Gone, 'organisation'>): Promise<void> => {
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

export const besideRepositories = (db: Db, organisation: string) => ({
  notes: noteRepository(db, organisation),
  attempts: attemptRepository(db, organisation),
  gone: goneRepository(db, organisation),
})
