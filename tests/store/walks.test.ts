/** The queue is walked and counted along its indexes, on both engines: nothing is read that grows with what is closed. */
import Sqlite from 'better-sqlite3'
import { type CompiledQuery, Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkRepository } from '../../server/store/queue/walks.ts'
import type { StoreTables } from '../../server/store/tables.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../support/databases.ts'
import { size } from '../support/evidence.ts'
import { standing } from '../support/open-requests.ts'
import { ORGANISATION, settle } from '../support/people.ts'

const NOW = Date.parse('2026-11-24T12:00:00+02:00')
const OPEN = 2139
const CLOSED = size(2000, 20_000)
const WALK = { areas: ['south', 'north'], person: 'aino', now: NOW }
const PLACE = { until: NOW, received: NOW, id: '0' }

type Walks = ReturnType<typeof walkRepository>
/** Every way in which the queue is asked for rows or numbers, with the index that it runs along. */
const ASKED: Record<string, [(walks: Walks, ids: string[]) => Promise<unknown>, RegExp]> = {
  'what is to be called': [
    (walks) => walks.step({ ...WALK, state: 'open', untried: true, after: PLACE }, 101),
    /_untried/,
  ],
  'all that is open': [
    (walks) => walks.step({ ...WALK, state: 'open', after: PLACE }, 101),
    /_untried[\s\S]*_planned[\s\S]*_settled|_settled[\s\S]*_planned[\s\S]*_untried/,
  ],
  'who waits for anybody': [
    (walks) => walks.step({ ...WALK, state: 'waiting', untried: true }, 101),
    /_untried/,
  ],
  'what is not recorded': [(walks) => walks.unrecordedIn(WALK.areas, PLACE, 101), /_unrecorded/],
  'how much is not recorded': [(walks) => walks.countUnrecordedIn(WALK.areas), /_unrecorded/],
  'those of some': [(walks, ids) => walks.standing(ids.slice(0, 5)), /_key|autoindex/i],
  'all that stand, in turn': [(walks) => walks.standingAfter('', 100), /_(reference|open)/],
}

describe.each(engines)('the walks ($name)', ({ name, create }) => {
  let database: TestDatabase
  let db: Kysely<StoreTables>
  let raw: Sqlite.Database
  let ids: string[]
  const asked: CompiledQuery[] = []

  beforeAll(async () => {
    database = await create()
    const store = await database.open({ clock: testClock(), keys: testKeys() })
    await settle(store)
    const one = (at: number) => ({ promised: NOW + at * 60_000, received: NOW - at * 60_000 })
    ids = await standing(
      store,
      Array.from({ length: OPEN }, (_, at) => one(at)),
    )
    const closed = { closed_at: NOW, status: 'closed', recorded: 1, taken_by: 'elias', attempts: 1 }
    await standing(
      store,
      Array.from({ length: CLOSED }, (_, at) => ({ ...one(at), row: closed })),
    )
    if (name === 'sqlite') raw = new Sqlite(database.url.slice('sqlite:'.length))
    const dialect =
      name === 'sqlite'
        ? new SqliteDialect({ database: raw })
        : new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url, max: 1 }) })
    db = new Kysely<StoreTables>({ dialect, log: ({ query }) => void asked.push(query) })
    await db.executeQuery({
      sql: name === 'sqlite' ? 'analyze' : 'vacuum analyze',
      parameters: [],
    } as unknown as CompiledQuery)
  })
  afterAll(async () => {
    await db.destroy()
    await database.remove()
  })

  async function plans(ask: (walks: Walks, ids: string[]) => Promise<unknown>): Promise<string[]> {
    asked.length = 0
    await ask(walkRepository(db, ORGANISATION), ids)
    const told: string[] = []
    for (const { sql, parameters } of [...asked]) {
      const how = name === 'sqlite' ? 'explain query plan' : 'explain'
      const { rows } = await db.executeQuery({
        ...asked[0],
        sql: `${how} ${sql}`,
        parameters,
      } as CompiledQuery)
      told.push(rows.map((row) => Object.values(row as object).join(' ')).join('\n'))
    }
    return told
  }

  it.each(Object.entries(ASKED))('%s runs along its index', async (_what, [ask, index]) => {
    const seen = await plans(ask)
    expect(seen.length).toBeGreaterThan(0)
    for (const plan of seen) {
      expect(plan).toMatch(index)
      expect(plan).not.toMatch(/Seq Scan on callback_request|SCAN callback_request/)
    }
  })

  it('read of each part no more than a page, in its order, and sort only these pages', async () => {
    const ask = ASKED['what is to be called'] as (typeof ASKED)[string]
    for (const plan of await plans(ask[0])) {
      expect(plan).not.toMatch(/->\s+Sort /)
      const parts = [...plan.matchAll(/^(\d+) \d+ \d+ CO-ROUTINE/gm)].map(([, part]) => part)
      const sorted = [...plan.matchAll(/^\d+ (\d+) \d+ USE TEMP B-TREE/gm)].map(([, part]) => part)
      expect(parts.filter((part) => sorted.includes(part))).toEqual([])
      expect(name === 'sqlite' ? parts : plan.match(/->\s+Limit/g)).toHaveLength(2)
    }
  })

  it('in other words than those of the index would read all that is kept (red twin)', async () => {
    const careless = () =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', ORGANISATION)
        .where('area', '=', 'south')
        .orderBy('promise_until')
        .select('id')
        .limit(101)
        .execute()
    for (const plan of await plans(careless)) expect(plan).not.toMatch(/_(un)?tried/)
  })
})
