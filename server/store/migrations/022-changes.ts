/** What administrators and operators changed is read without the readings of everybody between. */
import { sql } from 'kysely'
import { index, type Migration } from './make.ts'

export const changes: Migration = {
  name: '022-changes',
  async up(db) {
    await index(db, 'access_log', 'changes', ['organisation', 'number'], {
      where: sql`ground in ('admin', 'operator')`,
    })
  },
}
