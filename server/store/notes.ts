/** Notes of coordinators on a request, sealed; they go with it. */
import type { Db } from './engines/engine.ts'
import type { NoteRow } from './tables.ts'

export const noteRepository = (db: Db, organisation: string) => ({
  add: async (note: Omit<NoteRow, 'organisation'>): Promise<void> => {
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
  /** Writes another text in place of one. */
  reseal: async (request: string, number: number, sealed: string): Promise<void> => {
    await db
      .updateTable('note')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .where('number', '=', number)
      .set({ sealed })
      .execute()
  },
  remove: async (request: string): Promise<void> => {
    await db
      .deleteFrom('note')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .execute()
  },
})
