/** Whole months and whole weeks: nothing else may be asked for, so that no two periods differ by a day. Pure. */
import type { FiguresPeriod } from '#core/contract/statistics.ts'
import { addDays, weekdayOf } from '../promise/local-time.ts'

/** After so many months only the month of a request is kept. */
const MONTHS_OF_DAYS = 13
const THURSDAY = 4
/** So many whole weeks are looked back at when it is asked what another staffing would have promised. */
export const WEEKS_LOOKED_BACK = 8

const monthOf = (day: string) => day.slice(0, 7)
export const firstOf = (month: string): string => `${month}-01`

/** The month so many months later. */
export function monthsLater(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

const month = (name: string): FiguresPeriod => ({
  period: name,
  kind: 'month',
  from: firstOf(name),
  to: addDays(firstOf(monthsLater(name, 1)), -1),
})

/** The week of a day is numbered by its Thursday (ISO 8601). */
function weekOf(day: string): FiguresPeriod {
  const from = addDays(day, 1 - weekdayOf(day))
  const thursday = addDays(from, THURSDAY - 1)
  const year = thursday.slice(0, 4)
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000
  const number = String(Math.floor(days / 7) + 1).padStart(2, '0')
  return { period: `${year}-W${number}`, kind: 'week', from, to: addDays(from, 6) }
}

/** The month and the week in which a day is. */
export const periodsWith = (day: string): FiguresPeriod[] => [month(monthOf(day)), weekOf(day)]

/** The period of the same kind that ended when this one began. */
export function periodBefore({ kind, from }: FiguresPeriod): FiguresPeriod {
  const last = addDays(from, -1)
  return kind === 'month' ? month(monthOf(last)) : weekOf(last)
}

/** Of requests received before this day only the month is kept. */
export const daysKeptFrom = (today: string): string => firstOf(monthsLater(monthOf(today), -MONTHS_OF_DAYS))

/** Every month from a day to another, and every week of which the days are kept. */
export function periodsBetween(from: string, to: string, daysFrom: string): FiguresPeriod[] {
  const found = new Map<string, FiguresPeriod>()
  for (let at = monthOf(from); at <= monthOf(to); at = monthsLater(at, 1)) found.set(at, month(at))
  const first = from > daysFrom ? from : daysFrom
  for (let week = weekOf(first); week.from <= to; week = weekOf(addDays(week.to, 1)))
    if (week.from >= daysFrom) found.set(week.period, week)
  return [...found.values()]
}

/** The months of which the days are no longer kept, from the one of a day on. */
export function monthsBefore(daysFrom: string, oldest: string): string[] {
  const months: string[] = []
  for (let at = monthOf(oldest); firstOf(at) < daysFrom; at = monthsLater(at, 1)) months.push(at)
  return months
}
