/** A page costs a page: the feed and the look-ups run along their indexes, without sorting; how the queue is walked, see `walks`. */
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../server/store/engines/engine.ts'
import { rawOf } from '../../server/store/raw.ts'
import { testClock } from '../support/clock.ts'
import { sqlite, type TestDatabase, testKeys } from '../support/databases.ts'

describe('indexes', () => {
  let database: TestDatabase
  let raw: Sqlite.Database
  let db: Db

  beforeAll(async () => {
    database = await sqlite.create()
    const store = await database.open({ clock: testClock(), keys: testKeys() })
    db = await store.read('example', async (view) => rawOf(view))
    raw = new Sqlite(database.url.slice('sqlite:'.length))
  })
  afterAll(async () => {
    raw.close()
    await database.remove()
  })

  const plan = (query: { compile(): { sql: string; parameters: readonly unknown[] } }): string => {
    const { sql, parameters } = query.compile()
    const rows = raw.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
    return rows.map(({ detail }) => detail).join('\n')
  }
  const requests = () => db.selectFrom('callback_request').where('organisation', '=', 'example').selectAll()

  it('carry the look-ups of a request', () => {
    const open = requests().where('closed_at', 'is', null)
    expect(plan(requests().where('code_index', '=', 'x'))).toContain('callback_request_code')
    expect(plan(open.where('phone_index', '=', 'x').orderBy('received_at'))).toContain(
      'callback_request_phone',
    )
    expect(plan(open.where('reference', '=', 'x'))).toContain('callback_request_reference')
    const due = requests().where('closed_at', '<=', 1).where('recorded', '=', 1).orderBy('closed_at')
    expect(plan(due)).toContain('callback_request_recorded')
  })

  it('carry the feed', () => {
    const events = db.selectFrom('event').where('organisation', '=', 'example').selectAll().orderBy('number')
    for (const query of [events.where('number', '>', 5), events.where('request', '=', 'x')]) {
      expect(plan(query)).toContain('USING INDEX')
      expect(plan(query)).not.toContain('TEMP B-TREE')
    }
  })
})
