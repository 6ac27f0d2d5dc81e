/**
 * The promise as residents meet it, on both databases: what GET estimates and POST binds at instants of three years, when a
 * day is full, when a closure is entered between the two, and when many ask at once in two processes.
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { localTime } from '../../../server/promise/local-time.ts'
import { rawOf } from '../../../server/store/raw.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, place, settle } from '../../support/people.ts'

/** Asked on each weekday of the year that is off, at nine in the morning: the day of the call. */
const DAYS_OFF: [asked: string, called: string][] = [
  ['2026-01-01', '2026-01-02'], // Thursday: New Year’s Day
  ['2026-01-06', '2026-01-07'], // Tuesday: Epiphany
  ['2026-04-03', '2026-04-07'], // Good Friday
  ['2026-04-06', '2026-04-07'], // Easter Monday
  ['2026-05-01', '2026-05-04'], // Friday: May Day
  ['2026-05-14', '2026-05-15'], // Ascension Day
  ['2026-06-19', '2026-06-22'], // Midsummer Eve
  ['2026-12-24', '2026-12-28'], // Thursday: Christmas Eve
  ['2026-12-25', '2026-12-28'], // Friday: Christmas Day
  ['2027-01-01', '2027-01-04'],
  ['2027-01-06', '2027-01-07'],
  ['2027-03-26', '2027-03-30'],
  ['2027-03-29', '2027-03-30'],
  ['2027-05-06', '2027-05-07'],
  ['2027-06-25', '2027-06-28'],
  ['2027-12-06', '2027-12-07'], // Monday: Independence Day
  ['2027-12-24', '2027-12-27'],
  ['2028-01-06', '2028-01-07'],
  ['2028-04-14', '2028-04-18'],
  ['2028-04-17', '2028-04-18'],
  ['2028-05-01', '2028-05-02'],
  ['2028-05-25', '2028-05-26'],
  ['2028-06-23', '2028-06-26'],
  ['2028-12-06', '2028-12-07'],
  ['2028-12-25', '2028-12-27'],
  ['2028-12-26', '2028-12-27'],
]

/** An instant with its offset, and until when the call is promised, in UTC: 16:00 is 14:00Z in winter, 13:00Z in summer. */
const INSTANTS: [asked: string, until: string][] = [
  ['2026-12-23T15:30:00+02:00', '2026-12-28T14:00:00.000Z'],
  ['2026-12-31T12:00:00+02:00', '2026-12-31T14:00:00.000Z'],
  ['2026-12-31T15:00:00+02:00', '2027-01-04T14:00:00.000Z'],
  ['2026-12-06T12:00:00+02:00', '2026-12-07T14:00:00.000Z'],
  ['2027-06-18T15:00:00+03:00', '2027-06-21T13:00:00.000Z'],
  ['2027-06-24T15:00:00+03:00', '2027-06-28T13:00:00.000Z'],
  ['2026-11-24T12:59:59+02:00', '2026-11-24T14:00:00.000Z'],
  ['2026-11-24T13:00:00+02:00', '2026-11-25T14:00:00.000Z'],
  // the clock is turned forward on Sundays 29.3.2026, 28.3.2027 and 26.3.2028
  ['2026-03-27T15:00:00+02:00', '2026-03-30T13:00:00.000Z'],
  ['2027-03-25T12:59:00+02:00', '2027-03-25T14:00:00.000Z'],
  ['2027-03-28T02:59:59+02:00', '2027-03-30T13:00:00.000Z'],
  ['2027-03-28T04:00:00+03:00', '2027-03-30T13:00:00.000Z'],
  ['2027-03-30T12:59:00+03:00', '2027-03-30T13:00:00.000Z'],
  ['2028-03-24T13:00:00+02:00', '2028-03-27T13:00:00.000Z'],
  // and back on Sundays 25.10.2026, 31.10.2027 and 29.10.2028: half past three comes twice
  ['2026-10-23T15:00:00+03:00', '2026-10-26T14:00:00.000Z'],
  ['2027-10-29T12:59:00+03:00', '2027-10-29T13:00:00.000Z'],
  ['2027-10-31T03:30:00+03:00', '2027-11-01T14:00:00.000Z'],
  ['2027-10-31T03:30:00+02:00', '2027-11-01T14:00:00.000Z'],
  ['2027-11-01T12:59:00+02:00', '2027-11-01T14:00:00.000Z'],
  ['2027-11-01T13:00:00+02:00', '2027-11-02T14:00:00.000Z'],
  ['2028-10-27T14:00:00+03:00', '2028-10-30T14:00:00.000Z'],
]

describe.each(engines)('the promise ($name)', (engine) => {
  const [clock, keys] = [testClock(), testKeys()]
  const databases: TestDatabase[] = []
  let deps: Deps
  let other: Store

  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    clock.set('2026-11-24T10:00:00+02:00')
    deps = { store: await database.open({ clock, keys }), clock, content }
    other = await database.open({ clock, keys })
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  const get = async () => {
    const { areas } = await estimates(deps, ORGANISATION, 'joutsa')
    return areas.find(({ area }) => area === 'south')?.promise
  }
  const post = async (from = deps) =>
    (await submit(from, ORGANISATION, body({ on: localTime(clock.now()).day }))).promise
  const close = (from: string, to = from, station: string | null = null) =>
    other.record(ORGANISATION, async (tx) => {
      const [db, { organisation }] = [rawOf(tx), tx]
      const days = { from_day: from, to_day: to, substitute: null, reason: null }
      await db
        .insertInto('closure')
        .values({ organisation, closure: `closed-${from}`, station, area: null, ...days })
        .execute()
    })

  it('is the same in GET and POST on every weekday off of 2026, 2027 and 2028: the next day of calling', async () => {
    await settle(deps.store)
    const promised = []
    for (const [asked] of DAYS_OFF) {
      clock.set(`${asked}T09:00:00+02:00`)
      const [estimated, bound] = [await get(), await post()]
      expect(bound, asked).toEqual(estimated)
      promised.push([asked, bound?.day])
    }
    expect(promised).toEqual(DAYS_OFF)
  })

  it('is by four in the afternoon, by the clock on the wall, whatever the season and the hour of asking', async () => {
    await settle(deps.store)
    const promised = []
    for (const [asked] of INSTANTS) {
      clock.set(asked)
      const [estimated, bound] = [await get(), await post()]
      expect(bound, asked).toEqual(estimated)
      expect(bound?.by).toBe('16:00')
      promised.push([asked, bound?.until])
    }
    expect(promised).toEqual(INSTANTS)
  })

  it('is for the next day with room when the day is full, in GET as in POST', async () => {
    await settle(deps.store, { seed: place(2), people: [aino] })
    const days = []
    for (let asked = 0; asked < 5; asked++) {
      const [estimated, bound] = [await get(), await post()]
      expect(bound).toEqual(estimated)
      days.push(bound?.day)
    }
    expect(days).toEqual(['2026-11-24', '2026-11-24', '2026-11-25', '2026-11-25', '2026-11-26'])
  })

  it.each([
    ['everybody', null, '2026-11-25'],
    ['the station the resident is on', 'joutsa', '2026-11-25'],
    ['another station', 'laukaa', '2026-11-24'],
  ])('is bound anew when a closure of %s is entered between GET and POST', async (_whose, station, day) => {
    await settle(deps.store)
    expect(await get()).toMatchObject({ day: '2026-11-24' })
    await close('2026-11-24', '2026-11-24', station)
    expect(await post()).toMatchObject({ day })
    expect(await get()).toMatchObject({ day })
  })

  it('is bound anew when the last place goes to another between GET and POST; the difference is in the receipt', async () => {
    await settle(deps.store, { seed: place(1), people: [aino] })
    const estimated = await get()
    expect(await post({ ...deps, store: other })).toEqual(estimated)
    expect(await post()).toEqual({ day: '2026-11-25', by: '16:00', until: '2026-11-25T14:00:00.000Z' })
  })

  it('gives every last place to one of many who ask at the same time in two processes', async () => {
    await settle(deps.store, { seed: place(1), people: [aino] })
    await close('2026-11-26')
    const asking = Array.from({ length: 6 }, (_, index) =>
      post({ ...deps, store: index % 2 ? other : deps.store }),
    )
    const days = (await Promise.all(asking)).map((one) => one?.day).sort()
    const next = ['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']
    expect(days).toEqual(next)
  })
})

describe('a calendar of weekdays only (the red twin)', () => {
  const naive = (asked: string): string => {
    const day = new Date(`${asked}T12:00:00Z`)
    if (![0, 6].includes(day.getUTCDay())) return asked
    day.setUTCDate(day.getUTCDate() + (day.getUTCDay() === 6 ? 2 : 1))
    return day.toISOString().slice(0, 10)
  }

  it('would promise a call on every one of the days off', () => {
    expect(DAYS_OFF.filter(([asked, called]) => naive(asked) === called)).toEqual([])
    expect(DAYS_OFF.filter(([asked]) => naive(asked) === asked)).toHaveLength(9 + 8 + 9)
  })
})
