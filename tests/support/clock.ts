/** A clock that stands until it is moved. */
import type { Clock } from '../../server/clock.ts'

export type TestClock = Clock & {
  /** moves forward */
  pass(milliseconds: number): void
  /** stands at an instant, written with its offset: `2026-12-23T15:30:00+02:00` */
  set(instant: string): void
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export function testClock(instant = '2026-11-24T10:00:00+02:00'): TestClock {
  let now = Date.parse(instant)
  return {
    now: () => now,
    pass: (milliseconds) => {
      now += milliseconds
    },
    set: (next) => {
      now = Date.parse(next)
    },
  }
}

/** How long closed requests are kept, as an installation has it that says nothing of it. */
export const KEEPING = { keepDays: 30, keepUnrecordedDays: 90 }
