/** When we will call: a pure function of the instant and the calendar. */
import type { CallPromise } from '#core/contract/promise.ts'
import { addDays, instantOf, localTime } from './local-time.ts'
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

export type Candidate = { day: string; callBy: string }
export type Bound = {
  promise: CallPromise
  /** later than the next day of calling, because the days between are full: the administrator is told */
  late: boolean
  /** no day had room: the next one is promised all the same, because nobody is turned away */
  overbooked: boolean
}

/** So far ahead is looked for room. */
export const HORIZON_DAYS = 60

/** Does anybody call on the day? */
const calls = (calendar: Calendar, day: string): CallHours | undefined =>
  isWorkingDay(day) && !calendar.closures.some(({ from, to }) => from <= day && day <= to)
    ? calendar.hours(day)
    : undefined

/** The days on which we call, from the instant on: today only before its cut-off. */
export function* candidates(now: number, calendar: Calendar): Generator<Candidate> {
  const today = localTime(now)
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = addDays(today.day, ahead)
    const hours = calls(calendar, day)
    if (hours && (ahead > 0 || today.time < hours.cutOff)) yield { day, callBy: hours.callBy }
  }
}

const told = ({ day, callBy }: Candidate): CallPromise => ({
  day,
  by: callBy,
  until: new Date(instantOf(day, callBy)).toISOString(),
})

/** When no calendar opens a day at all: the next working day, at the end of office hours. */
function anyDay(now: number): Candidate {
  let day = addDays(localTime(now).day, 1)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return { day, callBy: '16:00' }
}

/**
 * @param passed the candidates that were asked for room, in order
 * @param chosen the last of them if it had room; nothing: none had
 */
export function bind(now: number, passed: readonly Candidate[], chosen: Candidate | undefined): Bound {
  const today = localTime(now).day
  const next = passed.find(({ day }) => day > today)
  const taken = chosen ?? next ?? passed[0] ?? anyDay(now)
  return {
    promise: told(taken),
    late: chosen === undefined || (next !== undefined && taken.day > next.day),
    overbooked: chosen === undefined,
  }
}

/** The promise as it would be given now. Receiving a request binds it: see `callbacks/bind.ts`. */
export function promise(now: number, calendar: Calendar): Bound {
  const passed: Candidate[] = []
  for (const candidate of candidates(now, calendar)) {
    passed.push(candidate)
    if (calendar.room(candidate.day) > 0) return bind(now, passed, candidate)
  }
  return bind(now, passed, undefined)
}
