/**
 * No day has room: the request is stored without a date, kept in its order, and called when there is. Red twin: a binding
 * that promises the next day all the same.
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { inOrder, promiseColumns } from '../../../server/callbacks/bind.ts'
import { close } from '../../../server/callbacks/close.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { dateUndated } from '../../../server/callbacks/forward.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../server/callbacks/tries/reached.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { promise } from '../../../server/promise/promise.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, ORGANISATION, place, settle } from '../../support/people.ts'
import { counted } from '../../support/statistics.ts'

const keys = testKeys()
const NOW = '2026-11-24T10:00:00+02:00'

for (const engine of engines)
  describe(`while no day has room (${engine.name})`, () => {
    const clock = testClock()
    const databases: TestDatabase[] = []
    let deps: Deps
    const said: [string, unknown][] = []
    const ask = async (more = {}) => {
      const asked = body(more)
      return { asked, receipt: await submit(deps, ORGANISATION, asked) }
    }
    const placesUsed = () =>
      deps.store.read(ORGANISATION, (view) => rawOf(view).selectFrom('capacity_use').selectAll().execute())
    const nobodyIn = (area: string) =>
      deps.store.record(ORGANISATION, (tx) =>
        rawOf(tx).updateTable('area').set({ capacity: 0 }).where('area', '=', area).execute(),
      )

    beforeEach(async () => {
      const database = await engine.create()
      databases.push(database)
      clock.set(NOW)
      said.length = 0
      const log = (what: string, details?: unknown) => said.push([what, details])
      deps = { store: await database.open({ clock, keys }), clock, content, log }
      await settle(deps.store, { seed: place(1), people: [aino, helmi] })
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('a request is stored without a date, sent again it gets the same, and the administrator is told', async () => {
      await nobodyIn('south')
      const { asked, receipt } = await ask()
      expect(receipt).toMatchObject({ id: asked.id, verified: true, callers: [] })
      expect(receipt).not.toHaveProperty('promise')
      expect(await submit(deps, ORGANISATION, asked)).toEqual(receipt)
      expect(said).toEqual([['promise-without-room', { area: 'south' }]])
      expect(await placesUsed()).toEqual([])
      const seen = await mine(deps, ORGANISATION, asked)
      expect(seen).toMatchObject({ status: 'waiting', callers: [] })
      expect(seen).not.toHaveProperty('promise')
      expect((await openRequest(deps, aino, asked.id)).row).not.toHaveProperty('promise')
    })

    it('everybody is told so by area before anything is sent', async () => {
      await nobodyIn('south')
      const { areas } = await estimates(deps, ORGANISATION, 'joutsa')
      const of = (name: string) => areas.find(({ area }) => area === name)
      expect(of('south')).toEqual({ area: 'south', safe: {}, callers: [] })
      expect(of('north')?.promise?.day).toBe('2026-11-24')
    })

    it('it stands last in the queue, in the order of coming', async () => {
      const { asked: dated } = await ask()
      await nobodyIn('south')
      const undated = []
      for (let at = 0; at < 3; at++) {
        clock.pass(1000)
        undated.push((await ask()).asked.id)
      }
      const { rows } = await queue(deps, aino)
      expect(rows.map(({ id }) => id)).toEqual([dated.id, ...undated])
    })

    it('who comes by without a date is given no time either: a coordinator sets it', async () => {
      await deps.store.record(ORGANISATION, (tx) =>
        rawOf(tx)
          .updateTable('station_fact')
          .set({
            reception: JSON.stringify(
              [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })),
            ),
          })
          .execute(),
      )
      const visit = { contact: { way: 'visit' as const } }
      expect((await ask(visit)).receipt.visit).toBeDefined()
      await nobodyIn('south')
      expect((await ask(visit)).receipt).not.toHaveProperty('visit')
    })

    it('it is corrected, handed over, withdrawn without a date, and takes and gives back no place', async () => {
      await nobodyIn('south')
      await nobodyIn('north')
      const { asked } = await ask()
      const corrected = await correct(deps, ORGANISATION, asked, {
        contact: { safeToCall: false, safeTimes: ['2-morning'] },
      })
      expect(corrected).toMatchObject({ safeTime: 'chosen' })
      expect(corrected).not.toHaveProperty('promise')
      await take(deps, aino, asked.id)
      expect(await transfer(deps, aino, asked.id, { area: 'north' })).not.toHaveProperty('promise')
      expect((await queue(deps, helmi)).rows.map(({ id }) => id)).toContain(asked.id)
      await withdraw(deps, ORGANISATION, asked)
      expect(await placesUsed()).toEqual([])
    })

    it('some whom no free place suits do not keep a day from who waits behind them', async () => {
      const change = (columns: object) =>
        deps.store.record(ORGANISATION, (tx) => rawOf(tx).updateTable('area').set(columns).execute())
      await change({ capacity: 0, heavy: JSON.stringify(['interpreter']) })
      for (let at = 0; at < 25; at++) {
        clock.pass(1000)
        await ask({ contact: { way: 'call', phone: `040 123 45${10 + at}`, interpreter: 'arabia' } })
      }
      clock.pass(1000)
      const { asked } = await ask()
      // one place a day: who takes two finds none
      await change({ capacity: 1 })
      await dateUndated(deps.store, ORGANISATION, 'south', clock.now())
      expect((await mine(deps, ORGANISATION, asked)).promise?.day).toBe('2026-11-24')
      expect(await placesUsed()).toHaveLength(1)
    })

    it('it is called and closed like any other; figures count it among those without a date, and kept no promise', async () => {
      await nobodyIn('south')
      const { asked } = await ask()
      await take(deps, aino, asked.id)
      clock.pass(60_000)
      await attempt(deps, aino, asked.id, { way: 'call', result: 'answered' })
      await close(deps, aino, asked.id, { outcome: 'advice-given', recorded: true })
      expect(await counted(deps.store)).toEqual([
        expect.objectContaining({
          dated: 0,
          same_day: 1,
          within_promise: 0,
          reached_same_day: 1,
          reached_within_promise: 0,
        }),
      ])
    })

    it('figures tell who was tried in time from who was reached in time', async () => {
      const { asked } = await ask()
      await take(deps, aino, asked.id)
      await attempt(deps, aino, asked.id, { way: 'call', result: 'no-answer' })
      clock.set('2026-11-25T10:00:00+02:00')
      await take(deps, aino, asked.id)
      await reached(deps, aino, asked.id)
      await close(deps, aino, asked.id, { outcome: 'advice-given', recorded: true })
      expect(await counted(deps.store)).toEqual([
        expect.objectContaining({
          dated: 1,
          same_day: 1,
          within_promise: 1,
          reached_same_day: 0,
          reached_within_promise: 0,
        }),
      ])
    })
  })

describe('a binding that promises the next day all the same (red twin)', () => {
  /** As it was: nobody is turned away, and more are promised than can be called. */
  const overbooking = () => ({
    promise: { day: '2026-11-25', by: '16:00', until: '2026-11-25T14:00:00.000Z' },
  })
  const full = { closures: [], hours: () => ({ cutOff: '13:00', callBy: '16:00' }), room: () => 0 }
  const isHonest = (rule: typeof promise) => promiseColumns(rule(Date.parse(NOW), full)).promise_day === null

  it('would be found', () => {
    expect(isHonest(promise)).toBe(true)
    expect(promiseColumns(inOrder()).promise_day).toBeNull()
    expect(isHonest(overbooking)).toBe(false)
  })
})
