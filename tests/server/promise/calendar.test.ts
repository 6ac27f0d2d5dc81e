/** The calendar of an area and a station: who calls on a day, how many calls can be promised, and when somebody is at the door. */
import { describe, expect, it } from 'vitest'
import {
  calendarOf,
  limitOf,
  onDuty,
  placesOf,
  placesOfDay,
  placesTaken,
} from '../../../server/promise/calendar.ts'
import { isShut, receptionFrom } from '../../../server/promise/reception.ts'
import type { CallFacts } from '../../../server/store/place.ts'

const person = (name: string, more: object = {}) => ({
  person: name,
  kind: 'own',
  valid_from: '2026-01-01',
  valid_to: null,
  first_name: name,
  title: 'Service coordinator',
  ...more,
})
const away = (name: string, from_day: string, to_day: string, substitute: string | null = null) => ({
  ...{ person: name, from_day, to_day, substitute },
})
const closed = (station: string | null, substitute: string | null, from_day: string, to_day = from_day) => ({
  station,
  substitute,
  from_day,
  to_day,
})
/** Only what a calendar asks of the rows. */
type Rows = {
  areas?: object[]
  staff?: object[]
  absences?: object[]
  closures?: object[]
  standIns?: object[]
}
const facts = (rows: Rows = {}) =>
  ({
    areas: [],
    staff: [person('aino')],
    absences: [],
    closures: [],
    standIns: [],
    ...rows,
  }) as unknown as CallFacts

const names = (given: CallFacts, day: string) => onDuty(given, day).map((one) => one.person)
const DAY = '2026-11-24'

describe('who calls on a day', () => {
  it('are the own coordinators from their first day until their last one is over', () => {
    const staff = [
      person('aino'),
      person('begins', { valid_from: DAY }),
      person('later', { valid_from: '2026-11-25' }),
      person('ends', { valid_to: DAY }),
      person('leaving', { valid_to: '2026-11-25' }),
    ]
    expect(names(facts({ staff }), DAY)).toEqual(['aino', 'begins', 'leaving'])
  })
  it('are not those who are away, on the first and the last day of it', () => {
    const given = facts({
      staff: [person('aino'), person('eero')],
      absences: [away('eero', '2026-11-23', '2026-11-25')],
    })
    const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
    expect(days.map((day) => names(given, day).length)).toEqual([2, 1, 1, 1, 2])
  })
  it('are for each who is away one substitute who is there, and none for nobody', () => {
    const staff = [
      person('aino'),
      person('eero'),
      person('sub-away', { kind: 'substitute' }),
      person('sub', { kind: 'substitute' }),
      person('spare', { kind: 'substitute' }),
    ]
    expect(names(facts({ staff }), DAY)).toEqual(['aino', 'eero'])
    const absences = [away('eero', DAY, DAY), away('sub-away', DAY, DAY)]
    expect(names(facts({ staff, absences }), DAY)).toEqual(['aino', 'sub'])
  })
  it('are for who is away the one who stands in by name, from wherever they are, and nobody twice', () => {
    const staff = [person('aino'), person('eero'), person('sub', { kind: 'substitute' })]
    const standIns = [{ person: 'vilma', first_name: 'vilma', title: 'Service coordinator' }]
    const by = (substitute: string, more: object[] = []) =>
      names(
        facts({ staff, standIns, absences: [away('eero', DAY, DAY, substitute), ...more] as object[] }),
        DAY,
      )
    expect(by('vilma')).toEqual(['aino', 'vilma'])
    expect(by('aino')).toEqual(['aino', 'sub'])
    expect(by('gone')).toEqual(['aino', 'sub'])
    expect(by('vilma', [away('aino', DAY, DAY, 'vilma')])).toEqual(['vilma', 'sub'])
  })
})

const ANYBODY = { forReserve: false, now: Date.parse(`${DAY}T09:00:00+02:00`) }

describe('the calls that can be promised', () => {
  const areas = [
    { valid_from: '2026-01-01', valid_to: '2026-11-25', capacity: 4, cut_off: '13:00', call_by: '16:00' },
    { valid_from: '2026-11-25', valid_to: null, capacity: 6, cut_off: '12:00', call_by: '15:00' },
  ]
  const given = facts({ areas, staff: [person('aino'), person('eero')] })

  it('are so many for each who calls, by what holds on that day', () => {
    expect(placesOf(given, DAY)).toBe(8)
    expect(placesOf(given, '2026-11-25')).toBe(12)
    expect(placesOf(given, '2025-12-31')).toBe(0)
  })
  it('are fewer by those that are taken', () => {
    const calendar = calendarOf(given, 'joutsa', new Map([[DAY, 3]]), ANYBODY)
    expect(calendar.room(DAY)).toBe(5)
    expect(calendar.room('2026-11-25')).toBe(12)
  })
  it('end when the hours of that day say, and where none hold nobody calls', () => {
    const { hours } = calendarOf(given, 'joutsa', new Map(), ANYBODY)
    expect(hours(DAY)).toEqual({ cutOff: '13:00', callBy: '16:00' })
    expect(hours('2026-11-25')).toEqual({ cutOff: '12:00', callBy: '15:00' })
    expect(hours('2025-12-31')).toBeUndefined()
  })
})

describe('what an area can promise for an ordinary day', () => {
  const holds = { valid_from: '2026-01-01', valid_to: null }
  const south = (more: object = {}) => ({ area: 'south', capacity: 8, reserve: null, ...holds, ...more })

  it('is the most of the coming week, less what is kept for few', () => {
    expect(placesOfDay(facts({ areas: [south()] }), DAY, 60)).toBe(8)
    expect(placesOfDay(facts({ areas: [south({ reserve: 2 })] }), DAY, 60)).toBe(6)
  })

  it('is that of the days after it where nobody calls for a week: then as ever no sender takes them all', () => {
    const absences = [away('aino', DAY, '2026-12-04')]
    expect(placesOfDay(facts({ areas: [south()], absences }), DAY, 60)).toBe(8)
  })

  it('is one place at least where somebody calls, also when all of them are kept for few', () => {
    expect(placesOfDay(facts({ areas: [south({ reserve: 8 })] }), DAY, 60)).toBe(1)
  })

  it('is nothing where nobody calls on any day that can be promised', () => {
    const absences = [away('aino', DAY, '2027-12-31')]
    expect(placesOfDay(facts({ areas: [south()], absences }), DAY, 60)).toBe(0)
  })
})

describe('the reserve of a day', () => {
  const areas = [
    { valid_from: '2026-01-01', valid_to: null, capacity: 4, reserve: 2, cut_off: '13:00', call_by: '16:00' },
  ]
  const given = facts({ areas, staff: [person('aino'), person('eero')] })
  const at = (time: string, forReserve = false) => ({
    forReserve,
    now: Date.parse(`${DAY}T${time}:00+02:00`),
  })

  it('is kept from others until an hour before the cut-off of that day', () => {
    expect(limitOf(given, DAY, at('11:59'))).toBe(6)
    expect(limitOf(given, DAY, at('12:00'))).toBe(8)
    expect(limitOf(given, '2026-11-25', at('12:00'))).toBe(6)
  })
  it('is there for those for whom it is kept', () => {
    for (const time of ['09:00', '12:30']) expect(limitOf(given, DAY, at(time, true))).toBe(8)
  })
})

describe('a request that takes two places', () => {
  const areas = (heavy: string | null) => [
    { valid_from: '2026-01-01', valid_to: null, capacity: 4, heavy, cut_off: '13:00', call_by: '16:00' },
  ]
  it('does so where the area says it of what it is, and nowhere else', () => {
    const says = facts({ areas: areas('["interpreter"]') })
    expect(placesTaken(says, DAY, ['interpreter', 'new-with-several-needs'])).toBe(2)
    expect(placesTaken(says, DAY, ['new-with-several-needs'])).toBe(1)
    expect(placesTaken(says, DAY, [])).toBe(1)
    expect(placesTaken(facts({ areas: areas(null) }), DAY, ['interpreter'])).toBe(1)
  })
})

describe('the closures of a calendar', () => {
  it('are those of everybody and of the own station, unless another one serves instead', () => {
    const closures = [
      closed(null, null, '2026-12-07'),
      closed('joutsa', null, '2026-12-08', '2026-12-09'),
      closed('joutsa', 'laukaa', '2026-12-10'),
      closed('laukaa', null, '2026-12-11'),
    ]
    expect(calendarOf(facts({ closures }), 'joutsa', new Map(), ANYBODY).closures).toEqual([
      { from: '2026-12-07', to: '2026-12-07' },
      { from: '2026-12-08', to: '2026-12-09' },
    ])
  })
})

describe('a door', () => {
  const closures = [closed(null, null, '2026-12-01'), closed('joutsa', 'laukaa', '2026-12-02', '2026-12-03')]
  it('is shut on days off and closures, also when another station serves instead', () => {
    const shut = (day: string, station = 'joutsa') =>
      isShut({ closures } as unknown as CallFacts, station, day)
    expect(
      ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map((day) => shut(day)),
    ).toEqual([false, true, true, true, false])
    expect([shut('2026-12-05'), shut('2026-12-02', 'laukaa'), shut('2026-12-01', 'laukaa')]).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('a reception', () => {
  const reception = [
    { weekday: 2, from: '13:00', to: '15:00' },
    { weekday: 2, from: '09:00', to: '11:00' },
    { weekday: 4, from: '10:00', to: '12:00' },
    { weekday: 4, from: '14:00', to: '15:00' },
  ]
  const place = { station: 'joutsa', reception }
  const met = (local: string, earliest: string, given = facts()) => {
    const visit = receptionFrom(given, place, earliest, Date.parse(local))
    return visit && `${visit.station} ${visit.day} ${visit.from}–${visit.to}`
  }
  it('is the first of its day, from the promised day on', () => {
    expect(met('2026-11-23T10:00:00+02:00', DAY)).toBe('joutsa 2026-11-24 09:00–11:00')
    expect(met('2026-11-23T10:00:00+02:00', '2026-11-25')).toBe('joutsa 2026-11-26 10:00–12:00')
  })
  it('is not earlier than today, also when the promise was', () => {
    expect(met('2026-11-24T08:00:00+02:00', '2026-11-19')).toBe('joutsa 2026-11-24 09:00–11:00')
  })
  it('of today is one that does not end within the hour', () => {
    expect(met('2026-11-24T10:00:00+02:00', DAY)).toBe('joutsa 2026-11-24 09:00–11:00')
    expect(met('2026-11-24T10:01:00+02:00', DAY)).toBe('joutsa 2026-11-24 13:00–15:00')
    expect(met('2026-11-24T14:01:00+02:00', DAY)).toBe('joutsa 2026-11-26 10:00–12:00')
  })
  it('passes by days on which the door is shut or nobody is there', () => {
    const given = facts({
      absences: [away('aino', DAY, DAY)],
      closures: [closed('joutsa', null, '2026-11-26')],
    })
    expect(met('2026-11-23T10:00:00+02:00', DAY, given)).toBe('joutsa 2026-12-01 09:00–11:00')
  })
  it('is looked for as far ahead as a promise, and no farther', () => {
    const away60 = (to: string) => facts({ absences: [away('aino', '2026-01-01', to)] })
    // 60 days after 26 November is 25 January, a Monday: the Tuesday after it is not looked at
    expect(met('2026-11-26T13:00:00+02:00', DAY, away60('2027-01-20'))).toBe('joutsa 2027-01-21 10:00–12:00')
    expect(met('2026-11-26T13:00:00+02:00', DAY, away60('2027-01-21'))).toBeUndefined()
    // 60 days after 27 November is 26 January, that Tuesday
    expect(met('2026-11-27T13:00:00+02:00', DAY, away60('2027-01-21'))).toBe('joutsa 2027-01-26 09:00–11:00')
  })
  it('is nothing where nobody is ever there', () => {
    expect(
      receptionFrom(facts(), { station: 'joutsa', reception: [] }, DAY, Date.parse('2026-11-24')),
    ).toBeUndefined()
  })
})
