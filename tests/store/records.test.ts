/** What `store.record` promises, on both engines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainMac } from '../../server/seal/chain.ts'
import { rawOf } from '../../server/store/raw.ts'
import type { Store, Tx } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../support/databases.ts'

const ORGANISATION = 'example'
const keys = testKeys()
const clock = testClock()

const found = (tx: Tx) =>
  rawOf(tx)
    .insertInto('organisation')
    .values({
      organisation: tx.organisation,
      name: 'Example',
      allowed_origins: '[]',
      helps: '{}',
      event_number: 0,
      access_number: 0,
      access_mac: '',
    })
    .execute()

for (const engine of engines)
  describe(`records (${engine.name})`, () => {
    let database: TestDatabase
    let store: Store

    beforeAll(async () => {
      database = await engine.create()
      store = await database.open({ clock, keys })
      await store.record(ORGANISATION, found)
    })
    afterAll(() => database.remove())

    it('numbers the events of 200 simultaneous acts without a gap', async () => {
      const before = await store.read(ORGANISATION, (view) => view.log.last())
      const acts = Array.from({ length: 200 }, (_, index) =>
        store.record(ORGANISATION, async (tx) => tx.events.add('note-added', { request: `r${index}` })),
      )
      await Promise.all(acts)
      const events = await store.read(ORGANISATION, (view) => view.log.after(before, 1000))
      expect(events.map((event) => event.number)).toEqual(
        Array.from({ length: 200 }, (_, index) => before + 1 + index),
      )
      expect(new Set(events.map((event) => event.request)).size).toBe(200)
    })

    it('undoes a failing act alone, also when others share its commit', async () => {
      const before = await store.read(ORGANISATION, (view) => view.log.last())
      const act = (index: number) =>
        store.record(ORGANISATION, async (tx) => {
          await tx.capacity.force('south', `2026-01-${10 + index}`)
          tx.events.add('note-added', { request: `act-${index}` })
          if (index % 3 === 1) throw new Error('this one fails')
          return index
        })
      const settled = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(act))
      expect(settled.map(({ status }) => status === 'fulfilled')).toEqual([
        true,
        false,
        true,
        true,
        false,
        true,
      ])
      const events = await store.read(ORGANISATION, (view) => view.log.after(before, 100))
      expect(events.map((event) => event.request).sort()).toEqual(['act-0', 'act-2', 'act-3', 'act-5'])
      expect(events.map((event) => event.number)).toEqual([1, 2, 3, 4].map((step) => before + step))
      const used = await store.read(ORGANISATION, (view) => view.capacity.used(['south'], '2026-01-01'))
      expect(used.map(({ day }) => day).sort()).toEqual([
        '2026-01-10',
        '2026-01-12',
        '2026-01-13',
        '2026-01-15',
      ])
    })

    it.each([
      ['before it wrote', false],
      ['after it had written', true],
    ])('keeps what shares a commit with an act that failed %s, each act once', async (when, writes) => {
      const runs = [0, 0, 0, 0]
      const day = (index: number) => `${writes ? 2028 : 2027}-01-1${index}`
      const act = (index: number) =>
        store.record(ORGANISATION, async (tx) => {
          runs[index] = (runs[index] ?? 0) + 1
          if (index !== 2 || writes) await tx.capacity.force('west', day(index))
          if (index === 2) throw new Error(when)
          tx.events.add('note-added', { request: `once-${index}` })
        })
      const settled = await Promise.allSettled([0, 1, 2, 3].map(act))
      expect(settled.filter(({ status }) => status === 'rejected')).toEqual([
        { status: 'rejected', reason: new Error(when) },
      ])
      const used = await store.read(ORGANISATION, (view) => view.capacity.used(['west'], day(0)))
      expect(used.filter((row) => row.day <= day(3)).map((row) => [row.day, row.used])).toEqual(
        [0, 1, 3].map((index) => [day(index), 1]),
      )
      // a failure that left nothing behind costs the others nothing; another one runs those before it again, once
      if (engine.name === 'sqlite') expect(runs).toEqual(writes ? [2, 2, 2, 1] : [1, 1, 1, 1])
    })

    it('chains the access log, so that an altered row is noticed', async () => {
      const note = (index: number) =>
        store.record(ORGANISATION, async (tx) =>
          tx.access.add({ person: `p${index}`, action: 'request.read', request: 'r1', ground: 'own-area' }),
        )
      await Promise.all(Array.from({ length: 30 }, (_, index) => note(index)))
      const rows = await store.read(ORGANISATION, (view) => view.log.accesses(0, 1000))
      expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1))
      const holds = (list: typeof rows) => {
        let before = ''
        return list.every((row) => {
          const mac = chainMac(keys, before, row)
          before = row.mac
          return mac === row.mac
        })
      }
      expect(holds(rows)).toBe(true)
      const altered = rows.map((row, index) => (index === 7 ? { ...row, person: 'nobody' } : row))
      expect(holds(altered)).toBe(false)
      expect(holds(rows.filter((_, index) => index !== 7))).toBe(false)
    })

    it('opens again with what was there', async () => {
      const again = await database.open({ clock, keys })
      expect(await again.read(ORGANISATION, (view) => view.log.last())).toBeGreaterThan(0)
      expect((await again.organisations()).map((row) => row.organisation)).toEqual([ORGANISATION])
    })

    it('refuses a database that a newer version has changed', async () => {
      const newer = await engine.create()
      const first = await newer.open({ clock, keys })
      await first.record(ORGANISATION, async (tx) => {
        // biome-ignore lint/suspicious/noExplicitAny: the table of migrations is not among the tables of acts
        await (rawOf(tx) as any).insertInto('migration').values({ name: '999-later', at: 0 }).execute()
      })
      await expect(newer.open({ clock, keys })).rejects.toThrow('999-later')
      await newer.remove()
    })
  })
