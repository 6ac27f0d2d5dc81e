/** What limits have counted, for several processes. It may be lost: PostgreSQL writes no log of it. */
import { PostgresAdapter, sql } from 'kysely'
import { index, type Migration, table } from './make.ts'

export const limits: Migration = {
  name: '010-limits',
  async up(db) {
    await table(db, 'meter', ['key'], { key: 'text', empty_at: 'instant' })
    await index(db, 'meter', 'empty', ['organisation', 'empty_at'])
    if (db.getExecutor().adapter instanceof PostgresAdapter)
      await sql`alter table meter set unlogged`.execute(db)
  },
}
