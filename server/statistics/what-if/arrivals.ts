/**
 * When requests came, as far as it may be told: out of the figures of whole weeks alone, so that no question asked of it, however
 * often and with whatever numbers, tells more than the page of figures does. Pure.
 */
import type { Few, PeriodFigures } from '#core/contract/statistics.ts'
import { addDays, instantOf } from '../../promise/local-time.ts'

/** So many came in one moment (epoch ms). */
export type Arrivals = {
  at: number
  count: number
  /** some for whom places of a day are kept */
  forReserve?: boolean
}
/** What is known of a week. */
export type ToldWeek = Pick<PeriodFigures, 'from' | 'count' | 'open' | 'weekdays'> & {
  lines: Pick<PeriodFigures['lines'], 'hour'>
}

/** What is told of as under five is taken for the middle of it, in office hours; outside them for none. */
const HIDDEN = 2
const WORKING_DAYS = 5
const OFFICE = { opens: 8, closes: 16 }
/** Moments are told apart by so many minutes. */
const QUARTER = 15
const HOUR = 60

const range = (length: number) => Array.from({ length }, (_, at) => at)
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Ended ones and open ones. */
export const cameIn = ({ count, open }: Pick<ToldWeek, 'count' | 'open'>): number =>
  (count ?? 0) + (open ?? 0)

/** Gives each its part of a whole number, by weight; all parts together are the whole. */
export function spread(whole: number, weights: readonly number[]): number[] {
  const all = sum(weights)
  if (all === 0) return weights.map((_, at) => (at === 0 ? whole : 0))
  let given = 0
  let reached = 0
  return weights.map((weight) => {
    reached += weight
    const until = Math.round((whole * reached) / all)
    const part = until - given
    given = until
    return part
  })
}

const weekdayWeights = (told: readonly Few[] | undefined) =>
  range(7).map((at) => told?.[at] ?? (at < WORKING_DAYS ? HIDDEN : 0))

/** By hour, of all the weeks together: of one alone most hours would be hidden. */
const hourWeights = (weeks: readonly ToldWeek[]) =>
  range(24).map((hour) =>
    sum(
      weeks.map(({ lines }) => {
        const told = lines.hour.find(({ id }) => id === String(hour))?.count
        return told ?? (OFFICE.opens <= hour && hour < OFFICE.closes ? HIDDEN : 0)
      }),
    ),
  )

/** The minute of the day by which such a share of its requests has come. */
function minuteOf(share: number, weights: readonly number[]): number {
  let left = share * sum(weights)
  for (const [hour, weight] of weights.entries()) {
    if (left < weight) return hour * HOUR + Math.floor((left / weight) * (HOUR / QUARTER)) * QUARTER
    left -= weight
  }
  return 24 * HOUR - QUARTER
}

const timeOf = (minute: number) =>
  `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:${String(minute % HOUR).padStart(2, '0')}`

/** @returns in the order of time, as many as the weeks tell of */
export function arrivalsOf(weeks: readonly ToldWeek[]): Arrivals[] {
  const hours = hourWeights(weeks.filter((week) => cameIn(week) > 0))
  const counts = new Map<number, number>()
  for (const week of weeks) {
    const days = spread(cameIn(week), weekdayWeights(week.weekdays))
    for (const [at, count] of days.entries())
      for (let one = 0; one < count; one++) {
        const minute = minuteOf((one + 0.5) / count, hours)
        const instant = instantOf(addDays(week.from, at), timeOf(minute))
        counts.set(instant, (counts.get(instant) ?? 0) + 1)
      }
  }
  return [...counts].map(([at, count]) => ({ at, count })).sort((one, other) => one.at - other.at)
}
