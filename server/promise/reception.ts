/** When a resident who comes by is met without asking: the first time that a coordinator is at the station to meet people. */
import type { Visit } from '#core/contract/callback.ts'
import type { CallFacts } from '../store/place.ts'
import { onDuty } from './calendar.ts'
import { addDays, localTime, minutesOf, weekdayOf } from './local-time.ts'
import { HORIZON_DAYS } from './promise.ts'
import { isWorkingDay } from './working-day.ts'

/** Times of a weekday (1 = Monday), local `09:00`. */
export type Reception = readonly { weekday: number; from: string; to: string }[]

/** A day off, or one on which the station is closed; that another station serves instead does not open this door. */
export const isShut = ({ closures }: Pick<CallFacts, 'closures'>, station: string, day: string): boolean =>
  !isWorkingDay(day) ||
  closures.some(
    (closure) => (closure.station ?? station) === station && closure.from_day <= day && day <= closure.to_day,
  )

/** So long before the end of a reception one can still be asked to come to it: the way there takes its time. */
const LEFT_MINUTES = 60

/**
 * @param facts of the area, from today on for as long as we look ahead
 * @param earliest the promised day: nobody is asked to come sooner
 * @returns nothing when nobody is known to be there
 */
export function receptionFrom(
  facts: CallFacts,
  { station, reception }: { station: string; reception: Reception },
  earliest: string,
  now: number,
): Visit | undefined {
  const { day: today, time } = localTime(now)
  const first = earliest < today ? today : earliest
  const last = addDays(today, HORIZON_DAYS)
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isShut(facts, station, day) || onDuty(facts, day).length === 0) continue
    const left = reception.filter(
      ({ weekday, to }) =>
        weekday === weekdayOf(day) && (day > today || minutesOf(to) - minutesOf(time) >= LEFT_MINUTES),
    )
    const [met] = left.toSorted((a, b) => (a.from < b.from ? -1 : 1))
    if (met) return { station, day, from: met.from, to: met.to }
  }
  return undefined
}
