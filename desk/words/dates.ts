/** Days and times as people say them, always in the time of the service, not of this machine. */

import type { Static } from 'typebox'
import type { CallPromise } from '#core/contract/promise.ts'
import { serverNow } from '../state/desk.ts'
import { say, spokenLanguage } from './words.ts'

const ZONE = 'Europe/Helsinki'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Local day of an instant, `2026-12-28`: the Swedish form is the ISO form. */
export const localDay = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(at)

const clock = (hourMinute: string): string => {
  const [hour = '', minute = ''] = hourMinute.split(':')
  return minute === '00'
    ? say('time.hour', { hour: Number(hour) })
    : say('time.minute', { hour: Number(hour), minute })
}

/** Local time of an instant. */
export const timeWords = (at: number): string =>
  clock(new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(at))

/** The language as it is written in Finland: Swedish says “28.12” here and “28/12” in Sweden. */
const asInFinland = () => new Intl.Locale(spokenLanguage(), { region: 'FI' })

/** “ma 28.12.”: of a local day; noon in UTC is the same day in Finland. */
export function dayWords(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(asInFinland(), { timeZone: 'UTC', ...options }).format(noon)
  return say('time.day', {
    weekday: part({ weekday: 'short' }),
    date: part({ day: 'numeric', month: 'numeric' }),
  })
}

const relativeDay = (day: string, now: number): 'today' | 'tomorrow' | 'yesterday' | 'other' => {
  if (day === localDay(now)) return 'today'
  if (day === localDay(now + DAY)) return 'tomorrow'
  return day === localDay(now - DAY) ? 'yesterday' : 'other'
}

/** “tänään klo 16 mennessä”, “ma 28.12. klo 16 mennessä”. */
export const promiseWords = (promise: Static<typeof CallPromise>, now = serverNow()): string =>
  say(`promise.${relativeDay(promise.day, now)}`, { day: dayWords(promise.day), time: clock(promise.by) })

/** “tänään klo 9.12”, “ma 21.12. klo 9.12”. */
export const momentWords = (iso: string, now = serverNow()): string => {
  const at = Date.parse(iso)
  const day = localDay(at)
  return say(`moment.${relativeDay(day, now)}`, { day: dayWords(day), time: timeWords(at) })
}

/** “5 min”, “2 t 15 min”, “3 vrk”: a length of time, ms. */
export function lengthWords(length: number): string {
  const minutes = Math.max(0, Math.floor(length / MINUTE))
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return say('length.days', { count: Math.floor(hours / 24) })
  if (hours === 0) return say('length.minutes', { minutes })
  return minutes % 60 === 0
    ? say('length.hours', { hours })
    : say('length.both', { hours, minutes: minutes % 60 })
}
