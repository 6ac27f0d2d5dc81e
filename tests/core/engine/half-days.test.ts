/** Half-days in which contact is safe: which there are, their hours, and when such a choice holds. */
import { describe, expect, it } from 'vitest'
import { CLOSES, HALF_DAYS, halfDayOf, hoursOf, safeHalfDays, safeTimeOf } from '#core/request/half-day.ts'

describe('the half-days of a week', () => {
  it('are ten, in the order of the week', () => {
    expect(HALF_DAYS).toEqual([
      '1-morning',
      '1-afternoon',
      '2-morning',
      '2-afternoon',
      '3-morning',
      '3-afternoon',
      '4-morning',
      '4-afternoon',
      '5-morning',
      '5-afternoon',
    ])
  })
  it('say their weekday and their part', () => {
    expect(halfDayOf('2-morning')).toEqual({ weekday: 2, part: 'morning' })
    expect(halfDayOf('5-afternoon')).toEqual({ weekday: 5, part: 'afternoon' })
  })
})

describe('the hours of a half-day', () => {
  it.each([
    ['morning', '16:00', '08:00', '12:00'],
    ['afternoon', '16:00', '12:00', '16:00'],
    ['afternoon', '14:30', '12:00', '14:30'],
    ['morning', '11:00', '08:00', '11:00'],
    ['morning', '12:00', '08:00', '12:00'],
  ] as const)('of a %s, where calls end at %s, are %s–%s', (part, callBy, from, by) => {
    expect(hoursOf(part, callBy)).toEqual({ from, by })
  })
  it('of an afternoon, where no area says otherwise, are 12–16', () => {
    expect(hoursOf('afternoon', CLOSES)).toEqual({ from: '12:00', by: '16:00' })
  })
  it('are none where the calls end before it begins, or just then', () => {
    expect(hoursOf('afternoon', '12:00')).toBeUndefined()
    expect(hoursOf('afternoon', '10:00')).toBeUndefined()
    expect(hoursOf('morning', '08:00')).toBeUndefined()
  })
})

describe('when contact is safe', () => {
  const said = { way: 'call', safeToCall: false, safeTimes: ['4-afternoon', '1-morning'] }
  it('is in the chosen half-days, in the order of the week', () => {
    expect(safeHalfDays(said)).toEqual(['1-morning', '4-afternoon'])
    expect(safeTimeOf(said)).toBe('chosen')
  })
  it('is only in words where no half-day of ours was chosen', () => {
    for (const safeTimes of [[], ['6-morning']]) {
      expect(safeHalfDays({ ...said, safeTimes })).toEqual([])
      expect(safeTimeOf({ ...said, safeTimes })).toBe('words')
    }
    expect(safeHalfDays({ way: 'call', safeToCall: false })).toEqual([])
    expect(safeTimeOf({ way: 'call', safeToCall: false })).toBe('words')
  })
  it('is any time for who may always be called, or did not say, whatever was chosen before', () => {
    for (const safeToCall of [true, undefined]) {
      const free = { way: 'call', safeTimes: said.safeTimes, ...(safeToCall && { safeToCall }) }
      expect(safeHalfDays(free)).toEqual([])
      expect(safeTimeOf(free)).toBeUndefined()
    }
  })
  it('is not asked of a visit', () => {
    expect(safeHalfDays({ ...said, way: 'visit' })).toEqual([])
    expect(safeTimeOf({ ...said, way: 'visit' })).toBeUndefined()
  })
})
