/** Sessions are found by keyed hashes and bound to their person: those of before end, and people sign in again. */
import { index, type Migration, table } from './make.ts'

export const secrets: Migration = {
  name: '008-secrets',
  async up(db) {
    await db.schema.dropTable('session').execute()
    await table(db, 'session', ['token_hash'], {
      token_hash: 'text',
      person: 'text',
      created_at: 'instant',
      seen_at: 'instant',
      mac: 'text',
    })
    await index(db, 'session', 'person', ['organisation', 'person'])
  },
}
