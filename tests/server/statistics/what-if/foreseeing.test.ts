/** What another staffing would have promised: the same that the real act promises, and never worse for more of it. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Staffing } from '#core/contract/what-if.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { addDays, instantOf, localTime } from '../../../../server/promise/local-time.ts'
import {
  type Arrivals,
  arrivalsOf,
  spread,
  type ToldWeek,
} from '../../../../server/statistics/what-if/arrivals.ts'
import { foresee, summed } from '../../../../server/statistics/what-if/foresee.ts'
import { factsWith } from '../../../../server/statistics/what-if/staffing.ts'
import type { CallFacts } from '../../../../server/store/place.ts'
import { rawOf } from '../../../../server/store/raw.ts'
import { testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, ORGANISATION, place, settle } from '../../../support/people.ts'

const MONDAY = '2026-11-02'
const LAST = addDays(MONDAY, 120)
const DANGER = {
  answers: { strip: ['fire'], topics: ['money'], coping: 3, municipality: '172', story: 'declined' },
}
const at = (day: number, time: string) => instantOf(addDays(MONDAY, day), time)

const times = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 9 }))
  .map(([day, quarter, count]) => ({ at: at(day, '00:00') + quarter * 900_000, count }))
const arrivals = fc.array(times, { maxLength: 40 }).map((all) => all.sort((one, other) => one.at - other.at))
const facts = (staffing: Partial<Staffing>, reserve = 0, closures: CallFacts['closures'] = []) =>
  factsWith(
    { people: 2, attempts: 3, cutOff: '12:00', callBy: '16:00', ...staffing },
    { reserve, closures, places: new Map([['south', 6]]) },
    MONDAY,
    LAST,
  )
/** Each request by itself, in the order of coming: the day it was promised, or one after all. */
const days = (of: CallFacts, came: readonly Arrivals[]) =>
  foresee(of, came).flatMap(({ count, promise }) =>
    Array.from({ length: count }, () => promise?.day ?? '9999-12-31'),
  )
const total = (came: readonly Arrivals[]) => came.reduce((sum, { count }) => sum + count, 0)
const closed = (day: number): CallFacts['closures'][number] => ({
  ...{ organisation: '', closure: 'c', station: null, area: null, substitute: null, reason: null },
  ...{ from_day: addDays(MONDAY, day), to_day: addDays(MONDAY, day) },
})

describe('another staffing', () => {
  it('with more places promises nobody a later day', () => {
    fc.assert(
      fc.property(
        arrivals,
        fc.nat(3),
        fc.nat(6),
        fc.nat(4),
        fc.nat(3),
        (came, people, attempts, more, reserve) => {
          const few = days(facts({ people, attempts }, reserve), came)
          const many = days(facts({ people, attempts: attempts + more }, reserve), came)
          expect(many.every((day, one) => day <= (few[one] ?? ''))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('with a later cut-off, where no places are kept, promises no fewer the same day', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 8, max: 14 }), fc.nat(2), (came, hour, later) => {
        const sameDay = (cutOff: number) =>
          summed(foresee(facts({ cutOff: `${String(cutOff).padStart(2, '0')}:00` }), came)).sameDay
        expect(sameDay(hour + later)).toBeGreaterThanOrEqual(sameDay(hour))
      }),
      { numRuns: 60 },
    )
  })

  it('with a later cut-off keeps its reserve longer: who came meanwhile goes to the next day', () => {
    const came = [{ at: at(0, '11:30'), count: 2 }]
    expect(days(facts({ cutOff: '12:00' }, 6), came)).toEqual([MONDAY, MONDAY])
    expect(days(facts({ cutOff: '14:00' }, 6), came)).not.toContain(MONDAY)
  })

  it('counts each who came once, whatever becomes of them', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(3), fc.nat(4), (came, people, reserve) => {
        const { sameDay, next, later, undated } = summed(foresee(facts({ people }, reserve), came))
        expect(sameDay + next + later + undated).toBe(total(came))
      }),
      { numRuns: 60 },
    )
    expect(summed(foresee(facts({ people: 0 }), [{ at: at(0, '09:00'), count: 4 }]))).toEqual({
      ...{ sameDay: 0, next: 0, later: 0, undated: 4, longest: null },
    })
  })

  it('where one of two areas is closed has the other’s places, and where all are, none', () => {
    const place = {
      reserve: 0,
      places: new Map([
        ['north', 3],
        ['south', 3],
      ]),
    }
    const staffing = { people: 2, attempts: 3, cutOff: '12:00', callBy: '16:00' }
    const came = [{ at: at(0, '09:00'), count: 4 }]
    const onMonday = (closures: CallFacts['closures']) =>
      days(factsWith(staffing, { ...place, closures }, MONDAY, LAST), came).filter((day) => day === MONDAY)
    expect(onMonday([])).toHaveLength(4)
    expect(onMonday([{ ...closed(0), area: 'north' }])).toHaveLength(3)
    expect(onMonday([closed(0)])).toHaveLength(0)
  })
})

describe('those who came', () => {
  const told = fc.option(
    fc.nat(20).map((units) => 5 + units * 5),
    { nil: null },
  )
  const week = (from: string) =>
    fc
      .record({ count: told, open: told, weekdays: fc.array(told, { minLength: 7, maxLength: 7 }) })
      .map((known): ToldWeek => ({ from, ...known, lines: { hour: [] } }))

  it('are as many as the weeks tell of, in their weeks, and one after the other', () => {
    fc.assert(
      fc.property(week(MONDAY), week(addDays(MONDAY, 7)), (one, other) => {
        const came = arrivalsOf([one, other])
        const of = ({ count, open }: ToldWeek) => (count ?? 0) + (open ?? 0)
        const first = came.filter((some) => localTime(some.at).day < other.from)
        expect([total(first), total(came)]).toEqual([of(one), of(one) + of(other)])
        expect(came.map((some) => some.at)).toEqual(came.map((some) => some.at).sort((a, b) => a - b))
      }),
    )
  })

  it('of whom a day is not told come in office hours of a weekday', () => {
    const [known] = fc.sample(week(MONDAY), 1) as [ToldWeek]
    const came = arrivalsOf([{ ...known, count: 50, open: null, weekdays: Array(7).fill(null) }])
    expect(came.every((some) => localTime(some.at).day < addDays(MONDAY, 5))).toBe(true)
    expect(came.every((some) => 8 <= localTime(some.at).hour && localTime(some.at).hour < 16)).toBe(true)
  })

  it('are spread whole', () => {
    expect(spread(10, [1, 1, 2])).toEqual([3, 2, 5])
    expect(spread(3, [0, 0])).toEqual([3, 0])
  })
})

describe.each(engines)('a small week that was played ($name)', (engine) => {
  const [clock, keys] = [testClock(), testKeys()]
  const databases: TestDatabase[] = []
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  /** Monday to the Monday after it: more than two a day, one of whom told of danger; Wednesday is closed. */
  const PLAYED: Arrivals[] = [0, 0, 0, 1, 1, 1, 2, 3, 3, 4, 4, 4, 7].map((day, one) => ({
    ...{
      at: at(day, ['09:00', '11:00', '12:30', '14:00'][one % 4] ?? '09:00'),
      count: 1,
      forReserve: one % 5 === 2,
    },
  }))

  it('was promised what is foreseen, and not what forgets the reserve or the closure (red twins)', async () => {
    const database = await engine.create()
    databases.push(database)
    clock.set(`${MONDAY}T07:00:00+02:00`)
    const store = await database.open({ clock, keys })
    const seed = place(3)
    await settle(store, {
      seed: { ...seed, areas: seed.areas.map((area) => ({ ...area, reserve: 1 })) },
      people: [aino],
    })
    await store.record(ORGANISATION, async (tx) => {
      const { closure: _, ...row } = closed(2)
      await rawOf(tx)
        .insertInto('closure')
        .values({ ...row, closure: 'c', organisation: ORGANISATION })
        .execute()
    })
    const came = [...PLAYED].sort((one, other) => one.at - other.at)
    const promised: (string | undefined)[] = []
    for (const { at: now, forReserve } of came) {
      clock.set(new Date(now).toISOString())
      const asked = body({ on: localTime(now).day, ...(forReserve && DANGER) })
      promised.push((await submit({ store, clock, content }, ORGANISATION, asked)).promise?.day)
    }
    const known = await store.read(ORGANISATION, (view) => view.place.callFacts('south', MONDAY, LAST))
    const foreseen = (of: CallFacts) => foresee(of, came, 'joutsa').map(({ promise }) => promise?.day)
    expect(foreseen(known)).toEqual(promised)
    const pooled = facts({ people: 1, cutOff: '13:00' }, 1, [closed(2)])
    expect(foreseen(pooled)).toEqual(promised)
    expect(foreseen({ ...known, areas: known.areas.map((row) => ({ ...row, reserve: null })) })).not.toEqual(
      promised,
    )
    expect(foreseen({ ...known, closures: [] })).not.toEqual(promised)
  })
})
