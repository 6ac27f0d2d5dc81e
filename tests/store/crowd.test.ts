/** Many before the same row: who has to wait is not told that the database is away. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { postgres, type TestDatabase, testKeys } from '../support/databases.ts'
import { ORGANISATION, settle } from '../support/people.ts'

describe('a row that another holds (postgres)', () => {
  let database: TestDatabase
  let store: Store
  let holder: pg.Client
  beforeAll(async () => {
    database = await postgres.create()
    store = await database.open({ clock: testClock(), keys: testKeys() })
    await settle(store)
    holder = new pg.Client({ connectionString: database.url })
    await holder.connect()
  })
  afterAll(async () => {
    await holder.end()
    await database.remove()
  })

  const write = () =>
    store.record(ORGANISATION, async (tx) => tx.events.add('note-added', { request: 'in-a-crowd' }))
  const last = () => store.read(ORGANISATION, (view) => view.log.last())
  const hold = async () => {
    await holder.query('begin')
    await holder.query('select 1 from organisation for update')
  }

  it('is waited for longer than one statement may take, and written once', async () => {
    const before = await last()
    await hold()
    const writing = write()
    // one statement is over at 1.4 s: by then the act stands in line for the second time
    await holder.query('select pg_sleep(1.8)')
    await holder.query('commit')
    await writing
    expect(await last()).toBe(before + 1)
  })

  it('is not waited for without end', async () => {
    const before = await last()
    await hold()
    await expect(write()).rejects.toMatchObject({ code: 'unavailable' })
    await holder.query('rollback')
    expect(await last()).toBe(before)
  })
})
