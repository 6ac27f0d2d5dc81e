/** When we will call: a pure function of the instant and the calendar. */
import type { CallPromise } from '#core/contract/promise.ts'
import { HALF_DAYS, type HalfDay, halfDayOf, hoursOf } from '#core/request/half-day.ts'
import { addDays, instantOf, localTime, minutesOf, weekdayOf } from './local-time.ts'
import { isWorkingDay } from './working-day.ts'

/** The calling hours of a day: who asks before `cutOff` may be called that day, all of it by `callBy` (local `HH:MM`). */
export type CallHours = { cutOff: string; callBy: string }

export type Calendar = {
  /** closed days of the organisation, the area or the station, both ends included */
  closures: readonly { from: string; to: string }[]
  /** nothing: nobody calls on such a day */
  hours(day: string): CallHours | undefined
  /** first attempts that can still be promised for the day */
  room(day: string): number
}

/** A day on which we call, until `callBy`; with `from` only in the window between them. */
export type CallDay = { day: string; from?: string; callBy: string }
/** Nothing: no day has room, and no date is invented. */
export type Bound = { promise?: CallPromise }

/** So far ahead is looked for room. */
export const HORIZON_DAYS = 60

type Closed = Pick<Calendar, 'closures'>

/** A working day on which nothing is closed. */
const isOpen = ({ closures }: Closed, day: string): boolean =>
  isWorkingDay(day) && !closures.some(({ from, to }) => from <= day && day <= to)

/** Does anybody call on the day? */
export const calls = (calendar: Calendar, day: string): CallHours | undefined =>
  isOpen(calendar, day) ? calendar.hours(day) : undefined

type OpenDay = { day: string; hours: CallHours /** local `HH:MM` now, when the day is today */; now?: string }

/** The days on which somebody calls, today among them. */
export function* openDays(now: number, calendar: Calendar): Generator<OpenDay> {
  const today = localTime(now)
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = addDays(today.day, ahead)
    const hours = calls(calendar, day)
    if (hours) yield { day, hours, ...(ahead === 0 && { now: today.time }) }
  }
}

/** Is there as long before `by` as between cut-off and the end of the calls? Another day always is far enough. */
const isInTime = ({ hours: { cutOff, callBy }, now }: OpenDay, by: string): boolean =>
  now === undefined || minutesOf(by) - minutesOf(now) > Math.max(0, minutesOf(callBy) - minutesOf(cutOff))

/** The half-days of a day that can be promised, in order. @param safe those in which contact is safe */
const windowsOf = (open: OpenDay, safe: readonly HalfDay[]): [HalfDay, CallDay][] =>
  HALF_DAYS.filter((half) => safe.includes(half)).flatMap((half): [HalfDay, CallDay][] => {
    const { weekday, part } = halfDayOf(half)
    const hours = weekday === weekdayOf(open.day) ? hoursOf(part, open.hours.callBy) : undefined
    return hours && isInTime(open, hours.by)
      ? [[half, { day: open.day, from: hours.from, callBy: hours.by }]]
      : []
  })

/**
 * The days on which we call, from the instant on: today only before its cut-off.
 * @param safe half-days in which alone contact is safe: of each day the first of them; none: all of the day
 */
export function* candidates(now: number, calendar: Calendar, safe: readonly HalfDay[]): Generator<CallDay> {
  for (const open of openDays(now, calendar)) {
    const { day, hours } = open
    const first = windowsOf(open, safe)[0]?.[1]
    if (first) yield first
    else if (safe.length === 0 && isInTime(open, hours.callBy)) yield { day, callBy: hours.callBy }
  }
}

/**
 * The promise of a day that had room.
 * @param passed the days before it that had none, in order
 */
export function promiseOn(
  { day, from, callBy }: CallDay,
  passed: readonly CallDay[],
  now: number,
): CallPromise {
  const today = localTime(now).day
  const isCrowded = passed.some((full) => today < full.day && full.day < day)
  return {
    day,
    ...(from && { from }),
    by: callBy,
    until: new Date(instantOf(day, callBy)).toISOString(),
    ...(isCrowded && { crowded: true as const }),
  }
}

/** The promise as it would be given now. Receiving a request binds it: see `callbacks/bind.ts`. */
export function promise(now: number, calendar: Calendar, safe: readonly HalfDay[] = []): Bound {
  const passed: CallDay[] = []
  for (const candidate of candidates(now, calendar, safe)) {
    if (calendar.room(candidate.day) > 0) return { promise: promiseOn(candidate, passed, now) }
    passed.push(candidate)
  }
  return {}
}

/** The promise of each half-day, as if contact were safe in that one alone: one pass over the calendar for all of them. */
export function safePromises(now: number, calendar: Calendar): Record<string, CallPromise> {
  const passed = new Map<HalfDay, CallDay[]>(HALF_DAYS.map((half) => [half, []]))
  const found: Partial<Record<HalfDay, CallPromise>> = {}
  for (const open of openDays(now, calendar)) {
    const missing = HALF_DAYS.filter((half) => !found[half])
    if (missing.length === 0) break
    const windows = windowsOf(open, missing)
    const hasRoom = windows.length > 0 && calendar.room(open.day) > 0
    for (const [half, window] of windows) {
      const before = passed.get(half) as CallDay[]
      if (hasRoom) found[half] = promiseOn(window, before, now)
      else before.push(window)
    }
  }
  return found as Record<string, CallPromise>
}
