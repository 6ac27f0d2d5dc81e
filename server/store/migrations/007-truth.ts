/**
 * What an honest server needs: which data keys are in use and how each is known again, a place where it tries whether
 * anything can be stored, and indexes by which figures for the operator cost what is open, not what is kept.
 */
import { sql } from 'kysely'
import { type AnyDb, index, type Migration, table } from './make.ts'

/** Keys under which older requests are wrapped: the blob begins `v1.<kid>.`. */
const keysInUse = (db: AnyDb) =>
  sql`insert into data_key (organisation, kid, check_value)
    select distinct organisation, substr(wrapped_key, 4, 8), '' from callback_request
    where substr(wrapped_key, 1, 3) = 'v1.' and substr(wrapped_key, 12, 1) = '.'`.execute(db)

export const truth: Migration = {
  name: '007-truth',
  async up(db) {
    await table(db, 'data_key', ['kid'], { kid: 'text', check_value: 'text' })
    await keysInUse(db)
    await table(db, 'probe', ['process'], { process: 'text', filler: 'text' })
    await index(db, 'callback_request', 'open', ['organisation', 'promise_until', 'first_attempt_at'], {
      where: sql`closed_at is null`,
    })
    await index(db, 'callback_request', 'recorded', ['organisation', 'recorded', 'closed_at'], {
      where: sql`closed_at is not null`,
    })
    await sql`drop index if exists callback_request_closed`.execute(db)
  },
}
