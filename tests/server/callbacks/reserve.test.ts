/**
 * Some places of a day are kept for those who say today, told of danger, are under 18 or need special support; a freed place
 * brings somebody forward. Red twin: a claim that ignores the reserve.
 */
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { AreaSeed } from '#core/place/area.ts'
import { close } from '../../../server/callbacks/close.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { dateUndated } from '../../../server/callbacks/forward.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const TODAY = '2026-11-24'
const NOW = `${TODAY}T10:00:00+02:00`
/** Told by the strip: what the reserve is kept for. */
const DANGER = {
  answers: { strip: ['fire'], topics: ['money'], coping: 3, municipality: '172', story: 'declined' },
}
const INTERPRETER = { contact: { way: 'call' as const, phone: '0401234567', interpreter: 'arabia' } }

const seeded = (area: Partial<AreaSeed['areas'][number]>): AreaSeed => {
  const seed = place(3)
  return { ...seed, areas: seed.areas.map((one) => ({ ...one, ...area })) }
}

for (const engine of engines)
  describe(`places that are kept, and places that become free (${engine.name})`, () => {
    const clock = testClock()
    const databases: TestDatabase[] = []
    let deps: Deps
    const open = async (area: Parameters<typeof seeded>[0]) => {
      const database = await engine.create()
      databases.push(database)
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store, { seed: seeded(area), people: [aino, helmi] })
    }
    const ask = async (more = {}) => {
      clock.pass(1000)
      const asked = body(more)
      const { promise } = await submit(deps, ORGANISATION, asked)
      return { ...asked, day: promise?.day }
    }
    const dayOf = async (asked: { id: string; code: string }) =>
      (await mine(deps, ORGANISATION, asked)).promise?.day
    const used = async (day: string) => {
      const rows = await deps.store.read(ORGANISATION, (view) => view.capacity.used(['south'], TODAY))
      return rows.find((row) => row.day === day)?.used ?? 0
    }
    const setCapacity = (capacity: number) =>
      deps.store.record(ORGANISATION, (tx) => rawOf(tx).updateTable('area').set({ capacity }).execute())

    beforeEach(() => clock.set(NOW))
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('others have what is left beside the reserve; who told of danger has the last places of today', async () => {
      await open({ capacity: 3, reserve: 2 })
      expect((await ask()).day).toBe(TODAY)
      expect((await ask()).day).toBe('2026-11-25')
      const { areas } = await estimates(deps, ORGANISATION, 'joutsa')
      const south = areas.find(({ area }) => area === 'south')
      expect([south?.promise?.day, south?.reserve?.promise?.day]).toEqual(['2026-11-26', TODAY])
      expect([(await ask(DANGER)).day, (await ask(DANGER)).day]).toEqual([TODAY, TODAY])
      expect((await ask(DANGER)).day).toBe('2026-11-25')
    })

    it('an hour before the cut-off what is left of it is anybody’s', async () => {
      await open({ capacity: 2, reserve: 1 })
      await ask()
      clock.set(`${TODAY}T11:59:30+02:00`)
      expect((await ask()).day).toBe('2026-11-25')
      clock.set(`${TODAY}T12:00:00+02:00`)
      expect((await ask()).day).toBe(TODAY)
    })

    it('a request with an interpreter takes two places where the area says so, and gives both back', async () => {
      await open({ capacity: 3, heavy: ['interpreter'] })
      const heavy = await ask(INTERPRETER)
      expect([heavy.day, await used(TODAY)]).toEqual([TODAY, 2])
      await take(deps, aino, heavy.id)
      await transfer(deps, aino, heavy.id, { area: 'north' })
      expect(await used(TODAY)).toBe(0)
      const other = await ask({ contact: { ...INTERPRETER.contact, phone: '0407654321' } })
      await withdraw(deps, ORGANISATION, other)
      expect(await used(TODAY)).toBe(0)
      await ask()
      await ask()
      const third = await ask({ contact: { ...INTERPRETER.contact, phone: '0407654322' } })
      expect(third.day).toBe('2026-11-25')
    })

    it('a withdrawal brings the one promised last forward, who reads it, and staff see it', async () => {
      await open({ capacity: 1 })
      const [first, second, third] = [await ask(), await ask(), await ask()]
      expect([first.day, second.day, third.day]).toEqual([TODAY, '2026-11-25', '2026-11-26'])
      await withdraw(deps, ORGANISATION, first)
      expect(await mine(deps, ORGANISATION, third)).toMatchObject({ promise: { day: TODAY }, sooner: true })
      expect(await dayOf(second)).toBe('2026-11-25')
      expect([await used(TODAY), await used('2026-11-26')]).toEqual([1, 0])
      const { history } = await openRequest(deps, aino, third.id)
      expect(history.map(({ type }) => type)).toEqual(['request-received', 'request-brought-forward'])
    })

    it('who waits without a date comes first, in the order of coming; one in a coordinator’s hands is left alone', async () => {
      await open({ capacity: 1 })
      const first = await ask()
      const dated = await ask()
      await setCapacity(0)
      const [held, older, newer] = [await ask(), await ask(), await ask()]
      await setCapacity(1)
      await take(deps, aino, held.id)
      await withdraw(deps, ORGANISATION, first)
      expect(await Promise.all([held, older, newer].map(dayOf))).toEqual([undefined, TODAY, undefined])
      expect(await dayOf(dated)).toBe('2026-11-25')
      await dateUndated(deps.store, ORGANISATION, 'south', clock.now())
      expect(await dayOf(newer)).toBe('2026-11-26')
    })

    it('closed before a call, its place is another’s; nobody is moved to where contact is not safe', async () => {
      await open({ capacity: 1 })
      const first = await ask()
      const safe = await ask({
        contact: { way: 'call', phone: '0409999999', safeToCall: false, safeTimes: ['3-morning'] },
      })
      expect(safe.day).toBe('2026-11-25')
      await take(deps, aino, first.id)
      await close(deps, aino, first.id, { outcome: 'duplicate', recorded: true })
      expect([await dayOf(safe), await used(TODAY)]).toEqual(['2026-11-25', 0])
      await correct(deps, ORGANISATION, safe, { contact: { safeTimes: ['4-morning'] } })
      expect([await dayOf(safe), await used('2026-11-25')]).toEqual(['2026-11-26', 0])
    })
  })

/** What may happen to the places of a day, in any order. */
const acts = fc.array(fc.constantFrom('others', 'danger', 'heavy', 'withdraw'), {
  minLength: 4,
  maxLength: 14,
})

for (const engine of engines)
  describe(`whatever comes in whatever order (${engine.name})`, () => {
    const clock = testClock()
    const [CAPACITY, RESERVE] = [3, 1]

    it('no day has more than its places, and others never have those that are kept', async () => {
      const database = await engine.create()
      const store = await database.open({ clock, keys })
      const deps: Deps = { store, clock, content }
      const seed = seeded({ capacity: CAPACITY, reserve: RESERVE, heavy: ['interpreter'] })
      await settle(store, { seed, people: [aino] })
      const usedOn = async () => store.read(ORGANISATION, (view) => view.capacity.used(['south'], TODAY))
      let phones = 0
      await fc.assert(
        fc.asyncProperty(acts, async (sequence) => {
          clock.set(NOW)
          await store.record(ORGANISATION, (tx) => rawOf(tx).deleteFrom('callback_request').execute())
          await store.record(ORGANISATION, (tx) => rawOf(tx).deleteFrom('capacity_use').execute())
          const open: ReturnType<typeof body>[] = []
          for (const act of sequence) {
            clock.pass(1000)
            const leaving = act === 'withdraw' ? open.shift() : undefined
            if (leaving) await withdraw(deps, ORGANISATION, leaving)
            if (act === 'withdraw') continue
            phones += 1
            const contact = { ...INTERPRETER.contact, phone: `050${1_000_000 + phones}` }
            const asked = body(act === 'danger' ? DANGER : act === 'heavy' ? { contact } : {})
            const before = new Map((await usedOn()).map(({ day, used }) => [day, used]))
            const { promise } = await submit(deps, ORGANISATION, asked)
            open.push(asked)
            const places = act === 'heavy' ? 2 : 1
            const limit = act === 'danger' ? CAPACITY : CAPACITY - RESERVE
            expect((before.get(promise?.day ?? '') ?? 0) + places).toBeLessThanOrEqual(limit)
            for (const { used } of await usedOn()) expect(used).toBeLessThanOrEqual(CAPACITY)
          }
        }),
        { numRuns: 12, seed: 7 },
      )
      await database.remove()
    })

    it('a claim that ignores the reserve would be found (red twin)', async () => {
      const database = await engine.create()
      const store = await database.open({ clock, keys })
      clock.set(NOW)
      await settle(store, { seed: seeded({ capacity: CAPACITY }), people: [aino] })
      const days = []
      for (let asked = 0; asked < CAPACITY; asked++)
        days.push((await submit({ store, clock, content }, ORGANISATION, body())).promise?.day)
      expect(days.filter((day) => day === TODAY).length).toBeGreaterThan(CAPACITY - RESERVE)
      await database.remove()
    })
  })
