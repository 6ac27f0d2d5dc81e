/**
 * Planned tries: what was tried and not reached is called again at its time, and stands in the queue by it. What is still to be called as
 * promised, what is planned, and the rest lie apart, each in its order.
 */
import { sql } from 'kysely'
import { column, index, type Migration } from './make.ts'

export const tries: Migration = {
  name: '019-tries',
  async up(db) {
    await column(db, 'callback_request', 'try_from', 'instant?')
    await column(db, 'callback_request', 'try_until', 'instant?')
    const open = sql`closed_at is null and folded_under is null and aside is null`
    // 8640000000000000: no day was promised, so that a plan of ours comes first
    const untried = sql`(attempts = 0 or first_attempt_at is null) and status in ('waiting', 'taken') and (promise_until < 8640000000000000 or try_until is null)`
    const tried = sql`((attempts > 0 and first_attempt_at is not null) or status not in ('waiting', 'taken') or (promise_until = 8640000000000000 and try_until is not null))`
    const on = (name: string, until: string, where: ReturnType<typeof sql>) =>
      index(
        db,
        'callback_request',
        name,
        ['organisation', 'area', until, 'received_at', 'id', 'status', 'taken_by', 'taken_until'],
        { where },
      )
    for (const name of ['untried', 'tried', 'held', 'unrecorded'])
      await sql`drop index ${sql.ref(`callback_request_${name}`)}`.execute(db)
    await on('untried', 'promise_until', sql`${open} and ${untried}`)
    await on('planned', 'try_until', sql`${open} and ${tried} and try_until is not null`)
    await on('settled', 'promise_until', sql`${open} and ${tried} and try_until is null`)
    // what is not recorded is the team's, not the closer's
    await index(db, 'callback_request', 'unrecorded', ['organisation', 'closed_at', 'id', 'area'], {
      where: sql`closed_at is not null and recorded = 0`,
    })
  },
}
