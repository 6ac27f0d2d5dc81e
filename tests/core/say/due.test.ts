/** How a promise stands: by Finnish days, whatever the clock of the machine, also where a day has 23 or 25 hours. */
import { describe, expect, it } from 'vitest'
import { dueAt, dueOf, fateOf, isAgain, type Timed } from '#core/say/due.ts'

const at = (stamp: string) => Date.parse(stamp)
const UNTOUCHED: Timed = {
  attempts: 0,
  status: 'waiting',
  firstAttemptAt: undefined,
  until: undefined,
  tryUntil: undefined,
}
const due = (now: string, until: string) => dueOf({ ...UNTOUCHED, until: at(until) }, at(now))

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

describe('what comes next', () => {
  const now = at('2026-11-24T12:00:00+02:00')
  const until = at('2026-11-24T11:00:00+02:00')
  const tomorrow = at('2026-11-25T16:00:00+02:00')
  const missed = { ...UNTOUCHED, status: 'taken', attempts: 1, firstAttemptAt: until - 1, until } as const

  it('is the promise until it was tried in the way that was chosen, however often it was tried otherwise', () => {
    expect(dueOf({ ...UNTOUCHED, status: 'taken', attempts: 2, until, tryUntil: tomorrow }, now)).toBe(
      'overdue',
    )
    expect(dueAt({ ...UNTOUCHED, status: 'taken', attempts: 2, until, tryUntil: tomorrow })).toBe(until)
  })

  it('is then the try that was planned, which becomes due like a promise', () => {
    const planned = { ...missed, tryUntil: tomorrow }
    expect(dueOf(planned, now)).toBe('later')
    expect(dueOf(planned, tomorrow - 1)).toBe('soon')
    expect(dueOf(planned, tomorrow + 1)).toBe('overdue')
    expect(dueAt(planned)).toBe(tomorrow)
    expect(isAgain(planned)).toBe(true)
  })

  it('is to plan one where nobody has; who was reached or given up waits for nothing', () => {
    expect(dueOf(missed, now)).toBe('again')
    expect(isAgain(missed)).toBe(true)
    for (const status of ['reached', 'unreachable'] as const) {
      expect(dueOf({ ...missed, status }, now)).toBe('settled')
      expect(isAgain({ ...missed, status })).toBe(false)
    }
  })

  it('is the call that was agreed with who was reached', () => {
    expect(dueOf({ ...missed, status: 'reached', tryUntil: tomorrow }, now)).toBe('later')
    expect(isAgain({ ...missed, status: 'reached', tryUntil: tomorrow })).toBe(true)
  })
})

describe('a promise', () => {
  const [from, until] = [1000, 2000]

  it('is kept by a first try in its time alone, and once broken stays broken', () => {
    expect(fateOf({ from, until }, 1000, 9000)).toBe('kept')
    expect(fateOf({ from, until }, 2000, 9000)).toBe('kept')
    expect(fateOf({ from, until }, 2001, 9000)).toBe('broken')
    expect(fateOf({ from, until }, 999, 9000)).toBe('broken')
    expect(fateOf({ until }, 1, 9000)).toBe('kept')
  })

  it('is neither while it can still be kept', () => {
    expect(fateOf({ from, until }, undefined, 2000)).toBeUndefined()
    expect(fateOf({ from, until }, undefined, 2001)).toBe('broken')
  })
})
