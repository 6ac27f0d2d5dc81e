/** Working days: Monday to Friday without holidays and eves. A Saturday is never one (Kotus: “arkipäivä” alone misleads). */
import { isDayOff } from '#core/request/days-off.ts'
import { addDays, instantOf, localTime, minutesBetween, weekdayOf } from './local-time.ts'

const FRIDAY = 5
const OFFICE = { opens: '08:00', closes: '16:00' }
/** Longer than any request is kept open: beyond it durations stop growing. */
const MOST_DAYS = 400

export const isWorkingDay = (day: string): boolean => weekdayOf(day) <= FRIDAY && !isDayOff(day)

/** The first after a day. */
export function nextWorkingDay(after: string): string {
  const day = addDays(after, 1)
  return isWorkingDay(day) ? day : nextWorkingDay(day)
}

/** Minutes between two instants that fall in office hours, Monday to Friday 8–16 on working days. */
export function officeMinutes(from: number, to: number): number {
  const last = localTime(to).day
  let minutes = 0
  let day = localTime(from).day
  for (let days = 0; day <= last && days < MOST_DAYS; days++, day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    minutes += minutesBetween(
      Math.max(from, instantOf(day, OFFICE.opens)),
      Math.min(to, instantOf(day, OFFICE.closes)),
    )
  }
  return minutes
}
