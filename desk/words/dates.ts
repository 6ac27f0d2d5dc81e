/** Days and times as people say them, always in the time of the service, not of this machine. */

import type { Visit } from '#core/contract/callback.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import type { CallPromise } from '#core/contract/promise.ts'
import { type HalfDay, NOON } from '#core/request/half-day.ts'
import { halfDaysText } from '#core/say/contact.ts'
import { shortDay, wholeDate } from '#core/say/day.ts'
import { byWhen, clock, localTime, whenMet } from '#core/say/time.ts'
import { serverNow } from '../state/clock.ts'
import { say, speaker } from './words.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A short text that must not be broken over two lines. */
const whole = (text: string) => text.replaceAll(' ', '\u00a0')
/** A number is not left alone at the beginning of a line: “klo 16” stays whole. */
const tied = (text: string) => text.replace(/ (?=\d)/g, '\u00a0')

/** Local day of an instant, `2026-12-28`. */
export const localDay = (at: number): string => localTime(at)[0]

/** “16”, “15.30”, from a local `HH:MM`. */
export const clockWords = (hourMinute: string): string => clock(speaker(), hourMinute)

/** Local time of an instant, in words. */
export const timeWords = (at: number): string => clockWords(localTime(at)[1])

/** “ma 28.12.”: of a local day. */
export const dayName = (day: string): string => whole(shortDay(speaker(), day))

const relativeDay = (day: string, now: number): 'today' | 'tomorrow' | 'yesterday' | 'other' => {
  if (day === localDay(now)) return 'today'
  if (day === localDay(now + DAY)) return 'tomorrow'
  return day === localDay(now - DAY) ? 'yesterday' : 'other'
}

/** A day near enough is named first: “tänään”, “huomenna ti 29.12.”; of others their date alone. */
function nearDay(day: string, now: number): string | undefined {
  const near = relativeDay(day, now)
  return near === 'other' ? undefined : say(`day.${near}`, { day: shortDay(speaker(), day) })
}

/** “tänään klo 16 mennessä”, “ma 28.12. klo 16 mennessä”; of a window “ti 1.12. klo 8–12”. */
export const promiseWords = (promise: CallPromise, now = serverNow()): string =>
  tied(byWhen(speaker(), promise, nearDay(promise.day, now)))

/** “tänään klo 9–12”, “ma 28.12. klo 9–12”. */
export const visitWords = (visit: Pick<Visit, 'day' | 'from' | 'to'>, now = serverNow()): string =>
  tied(whenMet(speaker(), visit, nearDay(visit.day, now)))

/** What was promised of a request: when its visit is, else by when we make contact, else that no date was. */
export function dueWordsOf(
  { visit, promise }: Pick<QueueRow, 'visit' | 'promise'>,
  now = serverNow(),
): string {
  if (visit) return say('visit.due', { when: visitWords(visit, now) })
  return promise ? promiseWords(promise, now) : say('due.undated')
}

/** Nothing, unless the days before the promised one were full; who has a time to come waits for no day. */
export const crowdedWords = ({ visit, promise }: Pick<QueueRow, 'visit' | 'promise'>): string =>
  promise?.crowded && !visit ? say('due.crowded') : ''

/** “tänään klo 9.12”, “ma 21.12. klo 9.12”. */
export const momentWords = (iso: string, now = serverNow()): string => {
  const at = Date.parse(iso)
  const day = localDay(at)
  return tied(say(`moment.${relativeDay(day, now)}`, { day: dayName(day), time: timeWords(at) }))
}

/** “21.12.2026 klo 9.12”: with its year, of what is kept elsewhere and read much later. */
export const wholeMoment = (iso: string): string => {
  const at = Date.parse(iso)
  return say('moment.other', { day: wholeDate(speaker(), localDay(at)), time: timeWords(at) })
}

/** “5 min”, “2 t 15 min”, “3 vrk”: a length of time, ms. */
export function lengthWords(length: number): string {
  const minutes = Math.max(0, Math.floor(length / MINUTE))
  const hours = Math.floor(minutes / 60)
  const values = { hours, minutes: hours === 0 ? minutes : minutes % 60, count: Math.floor(hours / 24) }
  if (hours >= 24) return whole(say('length.days', values))
  if (hours === 0) return whole(say('length.minutes', values))
  return whole(say(values.minutes === 0 ? 'length.hours' : 'length.both', values))
}

/** “ti aamupäivä, to iltapäivä” */
export const halfDaysWords = (halves: readonly HalfDay[]): string => tied(halfDaysText(speaker(), halves))

/** Before noon or after it, by the clock of the service. */
export const halfDay = (at: number): 'morning' | 'afternoon' =>
  localTime(at)[1] < NOON ? 'morning' : 'afternoon'

/** “odottanut 2 t 15 min”; of another day since when, so that a weekend is seen: “odottanut pe 27.11. lähtien”. */
export function waitedWords(receivedAt: string, now: number): string {
  const since = Date.parse(receivedAt)
  const day = localDay(since)
  if (day === localDay(now)) return say('row.waited', { length: lengthWords(now - since) })
  return say('row.waitedSince', { day: whole(shortDay(speaker(), day)) })
}
