/** How a promise stands: by Finnish days, whatever the clock of the machine, also where a day has 23 or 25 hours. */
import { describe, expect, it } from 'vitest'
import { dueOf } from '#core/say/due.ts'

const at = (stamp: string) => Date.parse(stamp)
const due = (now: string, until: string) =>
  dueOf({ attempts: 0, status: 'waiting', until: at(until) }, at(now))

describe('how a promise stands', () => {
  it.each([
    ['2026-11-24T12:00:00+02:00', '2026-11-24T11:59:59+02:00', 'overdue'],
    ['2026-11-24T12:00:00+02:00', '2026-11-24T13:00:00+02:00', 'soon'],
    ['2026-11-24T12:00:00+02:00', '2026-11-24T23:59:59+02:00', 'today'],
    ['2026-11-24T12:00:00+02:00', '2026-11-25T00:00:00+02:00', 'later'],
    ['2026-11-24T22:30:00+02:00', '2026-11-24T23:59:00+02:00', 'today'],
    ['2026-11-25T00:00:00+02:00', '2026-11-25T16:00:00+02:00', 'today'],
    // the clocks go on and back on these days
    ['2026-03-29T01:30:00+02:00', '2026-03-29T23:59:00+03:00', 'today'],
    ['2026-03-29T01:30:00+02:00', '2026-03-30T00:00:00+03:00', 'later'],
    ['2026-10-25T01:30:00+03:00', '2026-10-25T23:59:00+02:00', 'today'],
    ['2026-10-25T01:30:00+03:00', '2026-10-26T00:00:00+02:00', 'later'],
  ])('at %s a promise until %s is %s', (now, until, stands) => {
    expect(due(now, until)).toBe(stands)
  })

  it('is told anew when the clock goes back to another day', () => {
    expect(due('2026-11-25T12:00:00+02:00', '2026-11-25T20:00:00+02:00')).toBe('today')
    expect(due('2026-11-24T12:00:00+02:00', '2026-11-25T20:00:00+02:00')).toBe('later')
    expect(due('2026-11-25T12:00:00+02:00', '2026-11-25T20:00:00+02:00')).toBe('today')
  })
})
