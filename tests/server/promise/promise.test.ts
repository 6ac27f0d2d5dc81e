/** When we will call. Red twin: a calendar that takes every weekday for a working day breaks the same sentences. */
import { describe, expect, it } from 'vitest'
import { type Calendar, promise } from '../../../server/promise/promise.ts'

const calendar = (more: Partial<Calendar> = {}): Calendar => ({
  closures: [],
  hours: () => ({ cutOff: '13:00', callBy: '16:00' }),
  room: () => 1,
  ...more,
})
const asked = (local: string, more?: Partial<Calendar>) => promise(Date.parse(local), calendar(more))
const dayOf = (local: string, more?: Partial<Calendar>) => asked(local, more).promise?.day

const VECTORS: [string, string][] = [
  ['2026-12-23T15:30:00+02:00', '2026-12-28'],
  ['2026-12-31T12:00:00+02:00', '2026-12-31'],
  ['2026-12-31T15:00:00+02:00', '2027-01-04'],
  ['2026-12-06T12:00:00+02:00', '2026-12-07'],
  ['2027-06-18T15:00:00+03:00', '2027-06-21'],
  ['2027-06-24T15:00:00+03:00', '2027-06-28'],
]

describe('the promise', () => {
  it.each(VECTORS)('asked %s is for %s', (local, day) => {
    expect(dayOf(local)).toBe(day)
  })

  it('red twin: without holidays the same requests would get days on which nobody calls', () => {
    const naive = (local: string) => {
      const day = new Date(Date.parse(local) + 24 * 3_600_000)
      while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1)
      return day.toISOString().slice(0, 10)
    }
    expect(
      VECTORS.filter(([local, day]) => naive(local) !== day).map(([local]) => local.slice(0, 10)),
    ).toEqual(expect.arrayContaining(['2026-12-23', '2027-06-24']))
  })

  it('is for the same day before the cut-off, not at it', () => {
    expect(asked('2026-11-24T12:59:59+02:00').promise).toEqual({
      day: '2026-11-24',
      by: '16:00',
      until: '2026-11-24T14:00:00.000Z',
    })
    expect(dayOf('2026-11-24T13:00:00+02:00')).toBe('2026-11-25')
    expect(dayOf('2026-11-24T00:05:00+02:00')).toBe('2026-11-24')
  })

  it('goes over the weekend', () => {
    expect(dayOf('2026-11-27T14:00:00+02:00')).toBe('2026-11-30')
    expect(dayOf('2026-11-28T09:00:00+02:00')).toBe('2026-11-30')
    expect(dayOf('2026-11-29T23:59:00+02:00')).toBe('2026-11-30')
  })

  it('knows the hour on the days around both turnings of the clock', () => {
    expect(asked('2027-03-28T03:59:00Z').promise?.until).toBe('2027-03-30T13:00:00.000Z')
    expect(dayOf('2027-03-26T10:00:00+02:00')).toBe('2027-03-30')
    expect(asked('2027-10-31T01:30:00Z').promise?.until).toBe('2027-11-01T14:00:00.000Z')
    expect(dayOf('2027-10-29T09:59:00Z')).toBe('2027-10-29')
    expect(dayOf('2027-11-01T10:59:00Z')).toBe('2027-11-01')
    expect(dayOf('2027-11-01T11:00:00Z')).toBe('2027-11-02')
  })

  it('avoids closures: an early New Year’s Eve moves the call to January', () => {
    const closures = [{ from: '2026-12-31', to: '2026-12-31' }]
    expect(dayOf('2026-12-31T12:00:00+02:00', { closures })).toBe('2027-01-04')
    expect(dayOf('2026-12-30T14:00:00+02:00', { closures })).toBe('2027-01-04')
    expect(asked('2026-12-30T14:00:00+02:00', { closures }).promise).not.toHaveProperty('crowded')
    expect(dayOf('2026-11-24T09:00:00+02:00', { closures })).toBe('2026-11-24')
  })

  it('takes the next day with room, and says that it is crowded when that is later than the next', () => {
    const full = (...days: string[]) => ({ room: (day: string) => (days.includes(day) ? 0 : 1) })
    const today = asked('2026-11-24T09:00:00+02:00', full('2026-11-24'))
    expect([today.promise?.day, today.promise?.crowded]).toEqual(['2026-11-25', undefined])
    const later = asked('2026-11-24T09:00:00+02:00', full('2026-11-24', '2026-11-25'))
    expect([later.promise?.day, later.promise?.crowded]).toEqual(['2026-11-26', true])
  })

  it('is none when no day has room, or nobody calls: no date is invented', () => {
    expect(asked('2026-11-24T14:00:00+02:00', { room: () => 0 })).toEqual({})
    expect(asked('2026-12-23T14:00:00+02:00', { hours: () => undefined })).toEqual({})
  })

  it('is looked for on sixty days after today, and on none after them', () => {
    const only = (free: string) => asked('2026-11-27T14:00:00+02:00', { room: (day) => Number(day === free) })
    expect(only('2027-01-26')).toMatchObject({ promise: { day: '2027-01-26', crowded: true } })
    expect(only('2027-01-27')).toEqual({})
    const closures = [{ from: '2026-01-01', to: '2099-12-31' }]
    expect(asked('2026-11-27T14:00:00+02:00', { closures })).toEqual({})
  })

  it('skips weekdays on which nobody calls', () => {
    const tuesdays = (day: string) =>
      new Date(day).getUTCDay() === 2 ? { cutOff: '11:00', callBy: '14:00' } : undefined
    expect(asked('2026-11-24T11:30:00+02:00', { hours: tuesdays }).promise).toMatchObject({
      day: '2026-12-01',
      by: '14:00',
    })
  })
})
