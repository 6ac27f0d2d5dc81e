/** What each network has claimed of the calendar, and which requests came beyond it. */
import { sql } from 'kysely'
import { column, index, type Migration, table } from './make.ts'

export const claims: Migration = {
  name: '012-claims',
  async up(db) {
    await table(db, 'claim_use', ['area', 'scope', 'period'], {
      area: 'text',
      scope: 'text',
      period: 'text',
      used: 'integer',
    })
    await index(db, 'claim_use', 'old', ['organisation', 'period'])
    await column(db, 'callback_request', 'sender_index', 'text?')
    await column(db, 'callback_request', 'aside', 'integer?')
    await column(db, 'callback_request', 'doubted_at', 'instant?')
    await index(db, 'callback_request', 'sender', ['organisation', 'area', 'sender_index'], {
      where: sql`sender_index is not null`,
    })
    await index(db, 'callback_request', 'aside', ['organisation', 'area', 'aside', 'received_at', 'id'], {
      where: sql`aside is not null and closed_at is null and doubted_at is null`,
    })
    await index(db, 'callback_request', 'doubted', ['organisation', 'doubted_at'], {
      where: sql`doubted_at is not null`,
    })
  },
}
