import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayOf, isDay } from '#core/flow/day.ts'

it.each([
  ['on', '2027-11-20', '2027-11-20'],
  ['2020-01-01', '2027-11-20', '2020-01-01'],
  ['on-18y', '2027-11-20', '2009-11-20'],
  ['on+30d', '2027-12-20', '2028-01-19'],
  ['on-1d', '2028-03-01', '2028-02-29'],
  ['on-6m', '2027-03-31', '2026-09-30'],
  ['on+1m', '2028-01-31', '2028-02-29'],
  ['on-1m', '2027-01-15', '2026-12-15'],
  ['on-1y', '2028-02-29', '2027-02-28'],
  ['on+4y', '2028-02-29', '2032-02-29'],
])('%s said on %s is %s', (day, from, to) => {
  const on = day === 'on' || day.startsWith('20') ? '2027-11-20' : from
  expect(dayOf(day, on)).toBe(to)
})

it.each(['on-18years', 'upon-18y', 'on18y', 'soon'])(
  '%s is no day of the language and stays as it is',
  (text) => {
    expect(dayOf(text, '2027-11-20')).toBe(text)
  },
)

it.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['1000-01-01', true],
  ['0999-12-31', false],
  ['2027-11-20T08:00', false],
  ['+2027-11-20', false],
  ['2027-1-2', false],
])('%s is a day of the calendar: %s', (text, is) => expect(isDay(text)).toBe(is))

it('moves by days there and back again', () => {
  const instant = { min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(instant), fc.nat(40_000), (date, days) => {
      const on = date.toISOString().slice(0, 10)
      const there = dayOf(`on+${days}d`, on)
      return isDay(there) && dayOf(`on-${days}d`, there) === on
    }),
  )
})
