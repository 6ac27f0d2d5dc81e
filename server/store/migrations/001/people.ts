/** Staff, how they sign in, and their sessions. */
import { type AnyDb, index, table } from '../make.ts'

export async function people(db: AnyDb) {
  await table(db, 'person', ['person'], {
    person: 'text',
    username: 'text',
    first_name: 'text',
    name: 'text',
    title: 'text',
    roles: 'text',
    disabled: 'integer',
    demo: 'integer',
  })
  await index(db, 'person', 'username', ['organisation', 'username'], { unique: true })
  await table(db, 'credential', ['credential'], {
    credential: 'text',
    person: 'text',
    kind: 'text',
    secret: 'text',
    created_at: 'instant',
  })
  await index(db, 'credential', 'person', ['organisation', 'person'])
  await table(db, 'session', ['token_hash'], {
    token_hash: 'text',
    person: 'text',
    created_at: 'instant',
    seen_at: 'instant',
  })
  await index(db, 'session', 'person', ['organisation', 'person'])
  await index(db, 'session', 'token', ['token_hash'], { unique: true })
}
