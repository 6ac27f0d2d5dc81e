/**
 * The queue at any size: what is to be called and what was tried lie apart, each in the order of its promises, with the
 * columns by which they are counted; what a person holds has an index of its own.
 */
import { sql } from 'kysely'
import { index, type Migration } from './make.ts'

const order = ['promise_until', 'received_at', 'id']

export const queue: Migration = {
  name: '013-queue',
  async up(db) {
    const on = (name: string, columns: string[], where: ReturnType<typeof sql>) =>
      index(db, 'callback_request', name, ['organisation', ...columns], { where })
    const open = sql`closed_at is null and folded_under is null and aside is null`
    const counted = ['area', ...order, 'status', 'taken_by', 'taken_until']
    await on('untried', counted, sql`${open} and attempts = 0 and status in ('waiting', 'taken')`)
    await on('tried', counted, sql`${open} and (attempts > 0 or status not in ('waiting', 'taken'))`)
    await on('held', ['taken_by', ...order], sql`${open} and taken_by is not null`)
    await sql`drop index callback_request_queue`.execute(db)
    await sql`drop index callback_request_unrecorded`.execute(db)
    await on('unrecorded', ['taken_by', 'closed_at', 'id'], sql`closed_at is not null and recorded = 0`)
  },
}
