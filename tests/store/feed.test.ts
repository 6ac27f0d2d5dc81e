/** The log heard live: everything once and in order, whoever writes and whenever one begins to listen. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '#core/contract/event.ts'
import { feed } from '../../server/events/feed.ts'
import type { Store } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { engines, postgres, type TestDatabase, testKeys } from '../support/databases.ts'
import { ORGANISATION, settle } from '../support/people.ts'
import { until } from '../support/process.ts'

const keys = testKeys()
const clock = testClock()

/** Listens until it has so many events. */
async function hear(store: Store, after: number, count: number): Promise<Event[]> {
  const ending = new AbortController()
  const heard: Event[] = []
  for await (const event of feed(store, ORGANISATION, after, ending.signal)) {
    heard.push(event)
    if (heard.length === count) break
  }
  return heard
}
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + 1 + index)

for (const engine of engines)
  describe(`live (${engine.name})`, () => {
    let database: TestDatabase
    let here: Store
    let elsewhere: Store
    const write = (store: Store, request: string) =>
      store.record(ORGANISATION, async (tx) => tx.events.add('note-added', { request }))
    const last = () => here.read(ORGANISATION, (view) => view.log.last())

    beforeAll(async () => {
      database = await engine.create()
      here = await database.open({ clock, keys })
      elsewhere = await database.open({ clock, keys })
      await settle(here)
    })
    afterAll(() => database.remove())

    it('gives one who was away what was missed, then what happens, once and in order', async () => {
      const before = await last()
      await Promise.all(Array.from({ length: 20 }, (_, index) => write(here, `missed-${index}`)))
      const hearing = hear(here, before, 60)
      await Promise.all(Array.from({ length: 40 }, (_, index) => write(here, `live-${index}`)))
      const heard = await hearing
      expect(heard.map(({ number }) => number)).toEqual(numbers(before, 60))
      expect(new Set(heard.map(({ request }) => request)).size).toBe(60)
    })

    it('loses nothing of two processes that write at the same time, wherever one listens', async () => {
      const before = await last()
      const hearing = Promise.all([
        hear(here, before, 100),
        hear(elsewhere, before, 100),
        hear(here, before, 100),
      ])
      const both = Array.from({ length: 50 }, (_, index) => [
        write(here, `a-${index}`),
        write(elsewhere, `b-${index}`),
      ])
      await Promise.all(both.flat())
      for (const heard of await hearing)
        expect(heard.map(({ number }) => number)).toEqual(numbers(before, 100))
    })

    it('hears another process without writing anything itself', async () => {
      const before = await last()
      const hearing = hear(here, before, 1)
      await write(elsewhere, 'from-elsewhere')
      expect((await hearing)[0]).toMatchObject({
        type: 'note-added',
        request: 'from-elsewhere',
        number: before + 1,
      })
    })

    it('reads the table for one who is further behind than memory reaches', async () => {
      const before = await last()
      await here.record(ORGANISATION, async (tx) => {
        for (let index = 0; index < 1500; index++) tx.events.add('note-added', { request: `bulk-${index}` })
      })
      const heard = await hear(here, before, 1500)
      expect(heard.map(({ number }) => number)).toEqual(numbers(before, 1500))
    })

    it('ends when it is told to', async () => {
      const ending = new AbortController()
      const listening = feed(here, ORGANISATION, await last(), ending.signal).next()
      ending.abort()
      expect(await listening).toEqual({ done: true, value: undefined })
    })
  })

describe('event numbers (postgres)', () => {
  let database: TestDatabase
  const client = async () => {
    const made = new pg.Client({ connectionString: database.url })
    await made.connect()
    return made
  }
  beforeAll(async () => {
    database = await postgres.create()
  })
  afterAll(() => database.remove())

  /** Two transactions take a number each, the second commits first; a reader follows by cursor. */
  async function secondCommitsFirst(take: string, read: string): Promise<number[]> {
    const [first, second, reader] = [await client(), await client(), await client()]
    const seen: number[] = []
    const follow = async () => {
      const { rows } = await reader.query(read, [seen.at(-1) ?? 0])
      seen.push(...rows.map((row) => Number(row.number)))
    }
    const [{ pid }] = (await second.query('select pg_backend_pid() as pid')).rows
    await first.query('begin')
    await first.query(take)
    const ending = second
      .query('begin')
      .then(() => second.query(take))
      .then(() => second.query('commit'))
    // with a counter row the second waits for the first; with a serial it is through at once
    const waits = async () => {
      const { rows } = await reader.query('select 1 from pg_locks where pid = $1 and not granted', [pid])
      return rows.length > 0
    }
    let isOver = false
    void ending.then(() => {
      isOver = true
    })
    await until('the second is through or waits', async () => isOver || waits())
    await follow()
    await first.query('commit')
    await ending
    await follow()
    await Promise.all([first.end(), second.end(), reader.end()])
    return seen
  }

  it('come from a counter row, so that a reader who follows them loses none', async () => {
    const setup = await client()
    await setup.query(
      'create table counter (n bigint); insert into counter values (0); create table counted (number bigint)',
    )
    await setup.end()
    const take = 'with n as (update counter set n = n + 1 returning n) insert into counted select n from n'
    expect(
      await secondCommitsFirst(take, 'select number from counted where number > $1 order by number'),
    ).toEqual([1, 2])
  })

  it('red twin: a serial number is lost when its transaction commits late', async () => {
    const setup = await client()
    await setup.query('create table naive (number bigserial)')
    await setup.end()
    const take = 'insert into naive default values'
    expect(
      await secondCommitsFirst(take, 'select number from naive where number > $1 order by number'),
    ).toEqual([2])
  })
})
