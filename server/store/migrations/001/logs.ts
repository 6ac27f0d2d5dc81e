/** The two logs: what happened, and who read or changed what. */
import { sql } from 'kysely'
import { type AnyDb, index, table } from '../make.ts'

export async function logs(db: AnyDb) {
  await table(db, 'event', ['number'], {
    number: 'instant',
    type: 'text',
    at: 'instant',
    request: 'text?',
    area: 'text?',
    actor: 'text?',
  })
  await index(db, 'event', 'request', ['organisation', 'request', 'number'], {
    where: sql`request is not null`,
  })
  await table(db, 'access_log', ['number'], {
    number: 'instant',
    at: 'instant',
    person: 'text',
    action: 'text',
    request: 'text?',
    area: 'text?',
    ground: 'text',
    mac: 'text',
  })
  await index(db, 'access_log', 'request', ['organisation', 'request', 'number'], {
    where: sql`request is not null`,
  })
  await index(db, 'access_log', 'person', ['organisation', 'person', 'number'])
}
