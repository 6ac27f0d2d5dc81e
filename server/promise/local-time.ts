/** Finnish local days and times. Days are `YYYY-MM-DD`, times `HH:MM`, instants epoch milliseconds. */
import { Temporal } from 'temporal-polyfill'

export const ZONE = 'Europe/Helsinki'
const HOUR = 3_600_000
const MINUTE = 60_000
const DAY = 24 * HOUR
/** Time zone arithmetic costs a quarter of a millisecond: what was asked lately is kept. */
const KEPT = 2000

const offsets = new Map<number, number>()
const instants = new Map<string, number>()

const keep = <Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = cache.get(key)
  if (known !== undefined) return known
  if (cache.size >= KEPT) cache.clear()
  const made = make()
  cache.set(key, made)
  return made
}

/** The zone's offset is the same through a whole hour of UTC: clocks are turned at 01:00 UTC. */
const offsetAt = (instant: number): number => {
  const hour = Math.floor(instant / HOUR)
  return keep(offsets, hour, () => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(hour * HOUR).toZonedDateTimeISO(ZONE)
    return zoned.offsetNanoseconds / 1_000_000
  })
}

export type LocalTime = { day: string; time: string; hour: number }

/** The day and the time that a clock on the wall shows. */
export function localTime(instant: number): LocalTime {
  const text = new Date(instant + offsetAt(instant)).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16), hour: Number(text.slice(11, 13)) }
}

/** The instant of a local time; in the hour that spring skips, the time that the clock then shows. */
export const instantOf = (day: string, time: string): number =>
  keep(
    instants,
    `${day}T${time}`,
    () => Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).epochMilliseconds,
  )

/** Whole minutes between two instants, never negative. */
export const minutesBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / MINUTE))

/** The day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Minutes from midnight to a local time. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
