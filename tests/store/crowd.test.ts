/** Many before the same row: who has to wait is not told that the database is away. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { postgres, type TestDatabase, testKeys } from '../support/databases.ts'
import { ORGANISATION, settle } from '../support/people.ts'
import { until } from '../support/process.ts'

describe('a row that another holds (postgres)', () => {
  let database: TestDatabase
  let store: Store
  let holder: pg.Client
  let beside: pg.Client
  beforeAll(async () => {
    database = await postgres.create()
    store = await openStore({ databaseUrl: database.url, clock: testClock(), keys: testKeys() })
    await settle(store)
    holder = new pg.Client({ connectionString: database.url })
    beside = new pg.Client({ connectionString: database.url })
    await Promise.all([holder.connect(), beside.connect()])
  })
  afterAll(async () => {
    await Promise.all([holder.end(), beside.end()])
    await store.close()
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
    const since = new Set<string>()
    // the first statement has been given up, and the act stands in line for the second time
    await until('it stands in line again', async () => {
      const { rows } = await beside.query(
        `select waitstart::text from pg_locks join pg_stat_activity using (pid)
         where datname = current_database() and not granted and waitstart is not null`,
      )
      for (const { waitstart } of rows) since.add(waitstart)
      return since.size > 1
    })
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
