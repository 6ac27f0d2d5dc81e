/** When we will call: a pure function of the instant and the calendar. */
import type { CallPromise } from '#core/contract/promise.ts'
import { CLOSES, HALF_DAYS, type HalfDay, halfDayOf, hoursOf } from '#core/request/half-day.ts'
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
export type Bound = {
  promise: CallPromise
  /** later than the next day of calling, because the days between are full: the administrator is told */
  late: boolean
  /** no day had room: the next one is promised all the same, because nobody is turned away */
  overbooked: boolean
}

/** When no calendar says otherwise. */
const OFFICE_HOURS: CallHours = { cutOff: '13:00', callBy: CLOSES }

/** So far ahead is looked for room. */
export const HORIZON_DAYS = 60

type Closed = Pick<Calendar, 'closures'>

/** A working day on which nothing is closed. */
const isOpen = ({ closures }: Closed, day: string): boolean =>
  isWorkingDay(day) && !closures.some(({ from, to }) => from <= day && day <= to)

/** Does anybody call on the day? */
const calls = (calendar: Calendar, day: string): CallHours | undefined =>
  isOpen(calendar, day) ? calendar.hours(day) : undefined

type OpenDay = { day: string; hours: CallHours /** local `HH:MM` now, when the day is today */; now?: string }

/** The days on which somebody calls, today among them. */
function* openDays(now: number, calendar: Calendar): Generator<OpenDay> {
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

const told = ({ day, from, callBy }: CallDay): CallPromise => ({
  day,
  ...(from && { from }),
  by: callBy,
  until: new Date(instantOf(day, callBy)).toISOString(),
})

/**
 * When no calendar opens a day at all: the next working day that is not closed, in office hours; never outside what is safe.
 * Closures are known for as long as we look ahead: after that any working day will do.
 */
function anyDay(now: number, calendar: Closed, safe: readonly HalfDay[]): CallDay {
  const today = localTime(now).day
  const last = addDays(today, HORIZON_DAYS)
  for (let day = addDays(today, 1); ; day = addDays(day, 1)) {
    if (!(day > last ? isWorkingDay(day) : isOpen(calendar, day))) continue
    const first = windowsOf({ day, hours: OFFICE_HOURS }, safe)[0]?.[1]
    if (first) return first
    if (safe.length === 0) return { day, callBy: OFFICE_HOURS.callBy }
  }
}

/** Candidates that were asked for room, and what they were found by. */
type DaySearch = {
  /** in order */
  passed: readonly CallDay[]
  /** the last of them if it had room; nothing: none had */
  chosen?: CallDay | undefined
  calendar: Closed
  /** half-days in which alone contact is safe; none: all of the day */
  safe: readonly HalfDay[]
}

/** The promise that a search ends in: nobody is turned away. */
export function bind(now: number, { passed, chosen, calendar, safe }: DaySearch): Bound {
  const today = localTime(now).day
  const next = passed.find(({ day }) => day > today)
  const taken = chosen ?? next ?? passed[0] ?? anyDay(now, calendar, safe)
  return {
    promise: told(taken),
    late: chosen === undefined || (next !== undefined && taken.day > next.day),
    overbooked: chosen === undefined,
  }
}

/** The promise as it would be given now. Receiving a request binds it: see `callbacks/bind.ts`. */
export function promise(now: number, calendar: Calendar, safe: readonly HalfDay[] = []): Bound {
  const passed: CallDay[] = []
  for (const candidate of candidates(now, calendar, safe)) {
    passed.push(candidate)
    if (calendar.room(candidate.day) > 0) return bind(now, { passed, chosen: candidate, calendar, safe })
  }
  return bind(now, { passed, calendar, safe })
}

/** The promise of each half-day, as if contact were safe in that one alone: one pass over the calendar for all of them. */
export function safePromises(now: number, calendar: Calendar): Record<string, CallPromise> {
  const passed = new Map<HalfDay, CallDay[]>(HALF_DAYS.map((half) => [half, []]))
  const passedOf = (half: HalfDay) => passed.get(half) as CallDay[]
  const found = new Map<HalfDay, CallDay>()
  for (const open of openDays(now, calendar)) {
    const missing = HALF_DAYS.filter((half) => !found.has(half))
    if (missing.length === 0) break
    const windows = windowsOf(open, missing)
    const hasRoom = windows.length > 0 && calendar.room(open.day) > 0
    for (const [half, window] of windows) {
      passedOf(half).push(window)
      if (hasRoom) found.set(half, window)
    }
  }
  return Object.fromEntries(
    HALF_DAYS.map((half) => {
      const search = { passed: passedOf(half), chosen: found.get(half), calendar, safe: [half] }
      return [half, bind(now, search).promise]
    }),
  )
}
