/** A day that looks like one and is not in the calendar: 31 September, month 13, 29 February of a common year. */
import { isDay } from '../../flow/day.ts'
import { type Code, type Fill, type PhraseName, phrase } from '../said/saying.ts'

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const MONTHS = 12

/** How many days a month has. */
const daysIn = (year: number, month: number): number => {
  const at = (day: number) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}`
  return [31, 30, 29].find((day) => isDay(at(day))) ?? 28
}

/** What is told of such a day; nothing of a text that does not look like one, or is one. */
export function dayNotThere(text: string): { code: Code; fill: Fill } | undefined {
  const [, year, month = 0, day = 0] = (DAY.exec(text) ?? []).map(Number)
  if (year === undefined || isDay(text)) return undefined
  if (month < 1 || month > MONTHS) return { code: 'month-none', fill: { value: text, month } }
  const days = daysIn(year, month)
  if (day >= 1 && day <= days) return undefined
  const name = phrase(`month.${month}` as PhraseName)
  return { code: 'day-none', fill: { value: text, month: name, year, days } }
}
