/** Published content: revisions, and the hashed parts they are made of. */
import type { Db } from './engines/engine.ts'
import type { RevisionRow } from './tables.ts'

export type NewRevision = Omit<RevisionRow, 'organisation' | 'replaced_at'>

/** @param db an act's or a view's connection */
export function contentRepository(db: Db, organisation: string) {
  const revisions = () => db.selectFrom('revision').where('organisation', '=', organisation).selectAll()
  const replace = (at: number) =>
    db
      .updateTable('revision')
      .set({ replaced_at: at })
      .where('organisation', '=', organisation)
      .where('replaced_at', 'is', null)
      .execute()
  return {
    /** The revision in force: the one published last. */
    current: () =>
      revisions().where('replaced_at', 'is', null).orderBy('published_at', 'desc').executeTakeFirst(),
    find: (revision: string) => revisions().where('revision', '=', revision).executeTakeFirst(),
    /** Part texts by hash; what is missing is absent. */
    async parts(hashes: string[]) {
      const own = db.selectFrom('part').where('organisation', '=', organisation).where('hash', 'in', hashes)
      const rows = await own.select(['hash', 'content']).execute()
      return new Map(rows.map(({ hash, content }) => [hash, content]))
    },
    /**
     * Puts a revision in force. One that was in force before (a roll-back, or another process that started at the same
     * time) is put in force again, not stored twice.
     * @param parts hash → text
     */
    async putInForce(row: NewRevision, parts: Map<string, string>) {
      if (parts.size > 0)
        await db
          .insertInto('part')
          .values([...parts].map(([hash, content]) => ({ organisation, hash, content })))
          .onConflict((at) => at.columns(['organisation', 'hash']).doNothing())
          .execute()
      await replace(row.published_at)
      const { published_at, published_by, source } = row
      await db
        .insertInto('revision')
        .values({ organisation, ...row, replaced_at: null })
        .onConflict((at) =>
          at
            .columns(['organisation', 'revision'])
            .doUpdateSet({ published_at, published_by, source, replaced_at: null }),
        )
        .execute()
    },
  }
}
