/** Where contact is safe in some half-days only, the promise lies in one of them. Red twin: a promise that does not mind them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HALF_DAYS, type HalfDay } from '#core/request/half-day.ts'
import { instantOf, localTime, weekdayOf } from '../../../server/promise/local-time.ts'
import { type Bound, type Calendar, promise, safePromises } from '../../../server/promise/promise.ts'
import { isWorkingDay } from '../../../server/promise/working-day.ts'
import { HOUR } from '../../support/clock.ts'

const LEAD = 3 * HOUR
const calendar = (more: Partial<Calendar> = {}): Calendar => ({
  closures: [],
  hours: () => ({ cutOff: '13:00', callBy: '16:00' }),
  room: () => 1,
  ...more,
})
const asked = (local: string, safe: HalfDay[], more?: Partial<Calendar>) =>
  promise(Date.parse(local), calendar(more), safe)

/** `2026-12-01 08:00–12:00` */
const window = ({ promise: told }: Bound) => told && `${told.day} ${told.from}–${told.by}`

/** The half-day in which a window lies, by its weekday and hours alone. */
const halfDayAt = (day: string, from: string | undefined, by: string) => {
  const hours = `${from}–${by}`
  const part = hours === '08:00–12:00' ? 'morning' : hours === '12:00–16:00' ? 'afternoon' : 'none'
  return `${weekdayOf(day)}-${part}`
}

const instants = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2028-12-31T00:00Z') })
const chosen = fc.subarray([...HALF_DAYS], { minLength: 1 })
/** Which days have room, by chance and the same each time they are asked. */
const rooms = fc.func(fc.boolean()).map((has) => (day: string) => Number(has(day)))

type Rule = (now: number, calendar: Calendar, safe: HalfDay[]) => Bound
const property = (rule: Rule) =>
  fc.property(instants, chosen, rooms, (now, safe, room) => {
    const { promise: told } = rule(now, calendar({ room }), safe)
    if (!told) return
    expect(safe).toContain(halfDayAt(told.day, told.from, told.by))
    expect(isWorkingDay(told.day)).toBe(true)
    expect(Date.parse(told.until)).toBe(instantOf(told.day, told.by))
    expect(Date.parse(told.until) - now).toBeGreaterThan(LEAD)
  })

describe('where contact is safe in some half-days only', () => {
  it('the promise lies in one of them, on a working day, and not sooner than a same-day call is promised', () => {
    fc.assert(property(promise), { numRuns: 2000 })
  })

  it('the window is the first that has room, whatever else was chosen', () => {
    fc.assert(
      fc.property(instants, chosen, rooms, (now, safe, room) => {
        const bound = promise(now, calendar({ room }), safe)
        const single = safe.map((half) => promise(now, calendar({ room }), [half]))
        const withRoom = single.flatMap((one) => one.promise?.until ?? [])
        expect(bound.promise?.until).toBe(withRoom.sort()[0])
      }),
    )
  })

  it('the ten that all are told are those that each would get', () => {
    fc.assert(
      fc.property(instants, rooms, (now, room) => {
        const each = HALF_DAYS.flatMap((half) => {
          const { promise: told } = promise(now, calendar({ room }), [half])
          return told ? [[half, told]] : []
        })
        expect(safePromises(now, calendar({ room }))).toEqual(Object.fromEntries(each))
      }),
    )
    expect(safePromises(Date.parse('2026-11-24T10:00:00+02:00'), calendar({ room: () => 0 }))).toEqual({})
  })

  it('the calendar is asked for the room of a day once, for all ten', () => {
    const days: string[] = []
    const room = (day: string) => days.push(day)
    safePromises(Date.parse('2026-11-24T10:00:00+02:00'), calendar({ room }))
    expect(days.length).toBe(new Set(days).size)
    expect(days.length).toBeLessThanOrEqual(6)
  })

  it.each([
    [
      'a morning counts until three hours before noon',
      '2026-11-24T08:59:59+02:00',
      '2-morning',
      '2026-11-24 08:00–12:00',
    ],
    ['and not at nine', '2026-11-24T09:00:00+02:00', '2-morning', '2026-12-01 08:00–12:00'],
    [
      'an afternoon counts until the cut-off',
      '2026-11-24T12:59:59+02:00',
      '2-afternoon',
      '2026-11-24 12:00–16:00',
    ],
    ['and not at it', '2026-11-24T13:00:00+02:00', '2-afternoon', '2026-12-01 12:00–16:00'],
    [
      'just after midnight the whole day is ahead',
      '2026-11-24T00:00:00+02:00',
      '2-morning',
      '2026-11-24 08:00–12:00',
    ],
    ['Friday evening', '2026-11-27T20:00:00+02:00', '1-morning', '2026-11-30 08:00–12:00'],
    [
      'a Monday that is Independence Day in 2027',
      '2027-12-03T10:00:00+02:00',
      '1-morning',
      '2027-12-13 08:00–12:00',
    ],
    [
      'a Friday before the clocks are turned',
      '2027-03-25T20:00:00+02:00',
      '1-afternoon',
      '2027-04-05 12:00–16:00',
    ],
  ] as [string, string, HalfDay, string][])('%s', (_what, local, half, told) => {
    expect(window(asked(local, [half]))).toBe(told)
  })

  it('is by the clock on the wall on both sides of its turnings', () => {
    expect(asked('2027-03-27T10:00:00+02:00', ['2-morning', '3-morning']).promise?.until).toBe(
      '2027-03-30T09:00:00.000Z',
    )
    expect(asked('2027-10-30T10:00:00+03:00', ['1-morning']).promise?.until).toBe('2027-11-01T10:00:00.000Z')
  })

  it('goes over closures and full days, and says when the full ones make it late', () => {
    const closures = [{ from: '2026-12-01', to: '2026-12-01' }]
    const shut = asked('2026-11-25T10:00:00+02:00', ['2-morning'], { closures })
    expect([window(shut), shut.promise?.crowded]).toEqual(['2026-12-08 08:00–12:00', undefined])
    const full = asked('2026-11-25T10:00:00+02:00', ['2-morning'], {
      room: (day) => Number(day !== '2026-12-01'),
    })
    expect([window(full), full.promise?.crowded]).toEqual(['2026-12-08 08:00–12:00', true])
  })

  it('when no day has room, or nobody calls in such a half-day, none is promised, and no other time', () => {
    const now = '2026-11-25T10:00:00+02:00'
    const none: [HalfDay, Partial<Calendar>][] = [
      ['2-afternoon', { room: () => 0 }],
      ['2-afternoon', { hours: () => ({ cutOff: '09:00', callBy: '12:00' }) }],
      ['5-afternoon', { hours: () => undefined }],
      ['2-morning', { closures: [{ from: '2026-01-01', to: '2099-12-31' }] }],
    ]
    for (const [half, days] of none) {
      expect(asked(now, [half], days)).toEqual({})
      expect(safePromises(Date.parse(now), calendar(days))).not.toHaveProperty(half)
    }
    const mornings = { hours: () => ({ cutOff: '09:00', callBy: '11:00' }) }
    expect(window(asked(now, ['5-morning'], mornings))).toBe('2026-11-27 08:00–11:00')
  })

  it('red twin: a promise that does not mind when it is safe breaks the same sentence', () => {
    const careless = fc.check(property((now, days) => promise(now, days)))
    expect(careless.failed).toBe(true)
    // one that minds the weekday but not the part of the day is found too
    const roughly = fc.check(
      property((now, days, safe) =>
        promise(
          now,
          days,
          HALF_DAYS.filter((half) => safe.some((one) => one[0] === half[0])),
        ),
      ),
    )
    expect(roughly.failed).toBe(true)
  })

  it('red twin: one that forgets how long before a window it may be promised is found', () => {
    const hasty = fc.check(
      property((now, days, safe) => {
        const { day } = localTime(now)
        const today = promise(instantOf(day, '00:00'), days, safe)
        return today.promise?.day === day ? today : promise(now, days, safe)
      }),
      { numRuns: 2000 },
    )
    expect(hasty.failed).toBe(true)
  })
})
