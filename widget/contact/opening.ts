/** Whether a station is open at this moment. Reckoned in the browser: a page that says “open now” would soon be untrue. */
import type { Place, Station } from '#core/contract/content.ts'
import { localTime } from '#core/say/time.ts'

export type Opening =
  /** local `16:00` */
  | { open: true; closes: string }
  /** when it opens next, if within the days that are known; the station that serves meanwhile */
  | { open: false; opens?: { day: string; time: string; today: boolean }; substitute?: string }

/** Closures and holidays are known so many days ahead. */
const AHEAD = 31
const DAY = 86_400_000

const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const after = (day: string, days: number) =>
  new Date(noon(day).getTime() + days * DAY).toISOString().slice(0, 10)
const weekday = (day: string) => noon(day).getUTCDay() || 7

const closureOn = ({ closures }: Station, day: string) =>
  closures.find(({ from, to }) => from <= day && day <= to)

/** Its hours of one day in order; none when it is closed. */
function hoursOf(station: Station, daysOff: string[], day: string): Station['hours'] {
  if (daysOff.includes(day) || closureOn(station, day)) return []
  return station.hours
    .filter((row) => row.weekday === weekday(day))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** By Finnish local time, whatever zone the device is in. @returns undefined when its hours are not known */
export function openingOf(station: Station, { daysOff = [] }: Place, at: Date): Opening | undefined {
  if (station.hours.length === 0) return undefined
  const [today, now] = localTime(at)
  const open = hoursOf(station, daysOff, today).find(({ from, to }) => from <= now && now < to)
  if (open) return { open: true, closes: open.to }
  const { substitute } = closureOn(station, today) ?? {}
  const closed = { open: false as const, ...(substitute && { substitute }) }
  for (let ahead = 0; ahead <= AHEAD; ahead++) {
    const day = after(today, ahead)
    const next = hoursOf(station, daysOff, day).find(({ from }) => ahead > 0 || from > now)
    if (next) return { ...closed, opens: { day, time: next.from, today: ahead === 0 } }
  }
  return closed
}
