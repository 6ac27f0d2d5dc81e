/** Days and times as people say them, always in the time of the service, not of this machine. */

import type { Static } from 'typebox'
import type { Visit } from '#core/contract/callback.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import type { CallPromise } from '#core/contract/promise.ts'
import { type HalfDay, halfDayOf } from '#core/request/half-day.ts'
import { serverNow } from '../state/clock.ts'
import { localeTag, say } from './words.ts'

const ZONE = 'Europe/Helsinki'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const made = new Map<string, Intl.DateTimeFormat>()
/** To make a form costs a hundred times what it costs to use it, and a queue has some for every row. */
function formOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const form = made.get(key) ?? new Intl.DateTimeFormat(locale, options)
  made.set(key, form)
  return form
}

/** A short text that must not be broken over two lines. */
const whole = (text: string) => text.replaceAll(' ', '\u00a0')
/** A number is not left alone at the beginning of a line: “klo 16” stays whole. */
const tied = (text: string) => text.replace(/ (?=\d)/g, '\u00a0')

/** Local day of an instant, `2026-12-28`: the Swedish form is the ISO form. */
export const localDay = (at: number): string => formOf('sv-SE', { timeZone: ZONE }).format(at)

/** Local day and time of an instant, `2026-12-28 09:12`: such texts stand in their order in time. */
export const localStamp = (at: number): string =>
  formOf('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(at)

/** “16”, “15.30”, from a local `HH:MM`. */
export const clock = (hourMinute: string): string => {
  const [hour = '', minute = ''] = hourMinute.split(':')
  const values = { hour: Number(hour), minute }
  return whole(say(minute === '00' ? 'time.hour' : 'time.minute', values))
}

/** Local time of an instant, `09:05`. */
export const localTime = (at: number): string =>
  formOf('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(at)

/** Local time of an instant, in words. */
export const timeWords = (at: number): string => clock(localTime(at))

/** A day in figures, the day before its month; where slashes would stand, the month by its name: 5/6 can be read two ways. */
function dayIn(noon: number, year: { year?: 'numeric' } = {}): string {
  const form = (month: 'numeric' | 'short') =>
    formOf(localeTag(), { timeZone: 'UTC', day: 'numeric', month, ...year }).format(noon)
  const figures = form('numeric')
  return figures.includes('/') ? form('short') : figures
}

/** “ma 28.12.”: of a local day; noon in UTC is the same day in Finland. */
export function dayWords(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`)
  const weekday = formOf(localeTag(), { timeZone: 'UTC', weekday: 'short' }).format(noon)
  return whole(say('time.day', { weekday, date: dayIn(noon) }))
}

/** A day that may be of any year: “28.12.2026”. What is no day is left as it was sent. */
export function dateWords(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`)
  return Number.isNaN(noon) ? day : dayIn(noon, { year: 'numeric' })
}

const relativeDay = (day: string, now: number): 'today' | 'tomorrow' | 'yesterday' | 'other' => {
  if (day === localDay(now)) return 'today'
  if (day === localDay(now + DAY)) return 'tomorrow'
  return day === localDay(now - DAY) ? 'yesterday' : 'other'
}

/** “tänään klo 16 mennessä”, “ma 28.12. klo 16 mennessä”; of a window “ti 1.12. klo 8–12”. */
export function promiseWords({ day, from, by }: Static<typeof CallPromise>, now = serverNow()): string {
  const key = `promise.${from ? 'window.' : ''}${relativeDay(day, now)}`
  return tied(say(key, { day: dayWords(day), time: clock(by), ...(from && { from: clock(from) }) }))
}

type Meeting = Pick<Visit, 'day' | 'from' | 'to'>

/** “tänään klo 9–12”, “ma 28.12. klo 9–12”. */
export const visitWords = ({ day, from, to }: Meeting, now = serverNow()): string =>
  tied(say(`visit.${relativeDay(day, now)}`, { day: dayWords(day), from: clock(from), to: clock(to) }))

/** What was promised of a request: when its visit is, else by when we make contact. */
export const dueWordsOf = (
  { visit, promise }: Pick<QueueRow, 'visit' | 'promise'>,
  now = serverNow(),
): string => (visit ? say('visit.due', { when: visitWords(visit, now) }) : promiseWords(promise, now))

/** “tänään klo 9.12”, “ma 21.12. klo 9.12”. */
export const momentWords = (iso: string, now = serverNow()): string => {
  const at = Date.parse(iso)
  const day = localDay(at)
  return tied(say(`moment.${relativeDay(day, now)}`, { day: dayWords(day), time: timeWords(at) }))
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

// 2024-01-01 was a Monday
const weekdayWords = (weekday: number): string =>
  formOf(localeTag(), { timeZone: 'UTC', weekday: 'short' }).format(
    Date.parse(`2024-01-0${weekday}T12:00:00Z`),
  )

/** “ti aamupäivä, to iltapäivä” */
export const halfDaysWords = (halves: readonly HalfDay[]): string =>
  halves
    .map(halfDayOf)
    .map(({ weekday, part }) => whole(say(`halfDay.${part}`, { day: weekdayWords(weekday) })))
    .join(', ')

/** Before noon or after it, by the clock of the service. */
export const halfDay = (at: number): 'morning' | 'afternoon' =>
  Number(formOf('sv-SE', { timeZone: ZONE, hour: '2-digit' }).format(at)) < 12 ? 'morning' : 'afternoon'
