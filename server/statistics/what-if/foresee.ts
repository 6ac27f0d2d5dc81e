/** Which day each of many requests would have been promised, by the very rules by which a request is. Pure. */
import type { CallPromise } from '#core/contract/promise.ts'
import type { Foreseen } from '#core/contract/what-if.ts'
import { calendarOf } from '../../promise/calendar.ts'
import { addDays, localTime } from '../../promise/local-time.ts'
import { promise } from '../../promise/promise.ts'
import { isWorkingDay } from '../../promise/working-day.ts'
import type { CallFacts } from '../../store/place.ts'
import type { Arrivals } from './arrivals.ts'

/** Some who came in one moment and were promised the same. */
export type PromisedTogether = Arrivals & { promise?: CallPromise }

/**
 * @param facts of the days from the first of them to the horizon of the last
 * @param arrivals in the order of time; each takes one place
 * @param station whose closures count
 */
export function foresee(facts: CallFacts, arrivals: readonly Arrivals[], station = ''): PromisedTogether[] {
  const used = new Map<string, number>()
  const told: PromisedTogether[] = []
  for (const { at, count, forReserve = false } of arrivals) {
    const calendar = calendarOf(facts, station, used, { forReserve, now: at })
    for (let left = count; left > 0; ) {
      const { promise: bound } = promise(at, calendar)
      const given = bound ? Math.min(left, calendar.room(bound.day)) : left
      if (bound) used.set(bound.day, (used.get(bound.day) ?? 0) + given)
      told.push({ at, count: given, forReserve, ...(bound && { promise: bound }) })
      left -= given
    }
  }
  return told
}

/** Working days from one day to another: none on the same day. */
function workingDaysTo(from: string, to: string): number {
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days += 1
  return days
}

type ForWhen = 'sameDay' | 'next' | 'later' | 'undated'
function kindOf({ at, promise: bound }: PromisedTogether): ForWhen {
  if (!bound) return 'undated'
  if (bound.day === localTime(at).day) return 'sameDay'
  return bound.crowded ? 'later' : 'next'
}

/** How many were promised what, and how long the longest had to wait. */
export function summed(all: readonly PromisedTogether[]): Pick<Foreseen, ForWhen | 'longest'> {
  const counts: Record<ForWhen, number> = { sameDay: 0, next: 0, later: 0, undated: 0 }
  let longest: number | null = null
  for (const one of all) {
    counts[kindOf(one)] += one.count
    if (one.promise) longest = Math.max(longest ?? 0, workingDaysTo(localTime(one.at).day, one.promise.day))
  }
  return { ...counts, longest }
}
