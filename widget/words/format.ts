/** Days, times and phone numbers as they are written in the language. Every day is a local Finnish day. */
import type { Station } from '#core/contract/content.ts'
import type { CallPromise } from '#core/contract/promise.ts'
import { type HalfDay, halfDayOf } from '#core/request/half-day.ts'
import type { Speech } from './speech.ts'

const ZONE = 'Europe/Helsinki'

/** Noon of a local day, so that no zone moves it. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)
/** To make one costs a hundred times what it costs to use it. */
const made = new Map<string, Intl.DateTimeFormat>()
/** As the language is written in Finland: a day stands before its month. */
function written({ lang }: Speech, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options)
  const form =
    made.get(key) ??
    new Intl.DateTimeFormat(new Intl.Locale(lang, { region: 'FI' }), { timeZone: ZONE, ...options })
  made.set(key, form)
  return form
}

/** A day in figures; where those would stand between slashes, the month by its name: 5/6 can be read two ways. */
function dayOf(speech: Speech, day: string, options: Intl.DateTimeFormatOptions) {
  const form = (month: 'numeric' | 'short') =>
    written(speech, { ...options, day: 'numeric', month }).format(noon(day))
  const figures = form('numeric')
  return figures.includes('/') ? form('short') : figures
}

/** `ma 28.12.`, `Mon, 28 Dec` */
export const shortDay = (speech: Speech, day: string) => dayOf(speech, day, { weekday: 'short' })

/** `28.12.2026`, `28 Dec 2026` */
export const wholeDate = (speech: Speech, day: string) => dayOf(speech, day, { year: 'numeric' })

/** `16` or `15.45`, from a local `HH:MM`. */
export function clock(speech: Speech, time: string) {
  const [hour = '', minute = ''] = time.split(':')
  return speech.t(minute === '00' ? 'widget:time.hour' : 'widget:time.minute', { hour: Number(hour), minute })
}

/** `ma 28.12. klo 16 mennessä`; of a window `ti 1.12. klo 8–12` */
export const byWhen = (speech: Speech, { day, from, by }: CallPromise) =>
  speech.t(from ? 'widget:promise.window' : 'widget:promise.by', {
    day: shortDay(speech, day),
    time: clock(speech, by),
    ...(from && { from: clock(speech, from) }),
  })

const local = new Intl.DateTimeFormat('sv', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
/** Local day and time of an instant: `['2026-12-28', '10:15']`. */
export const localTime = (at: Date) => local.format(at).split(' ') as [day: string, time: string]

/** `ma 28.12. klo 10.15`, from a local day and time. */
export const dayAndTime = (speech: Speech, day: string, time: string) =>
  speech.t('widget:time.at', { day: shortDay(speech, day), time: clock(speech, time) })

/** `tel:` address of a number as people write it. */
export const dial = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`

// 2024-01-01 was a Monday
const weekday = (speech: Speech, number: number, form: 'short' | 'long' = 'short') =>
  written(speech, { weekday: form }).format(noon(`2024-01-0${number}`))

/** `maanantai`; 1 = Monday */
export const weekdayName = (speech: Speech, number: number) => weekday(speech, number, 'long')

/** `maanantai aamupäivä`, in short `ma aamupäivä` */
export function halfDayName(speech: Speech, half: HalfDay, form: 'short' | 'long' = 'long') {
  const { weekday: day, part } = halfDayOf(half)
  return speech.t(`widget:halfDay.of.${part}`, { day: weekday(speech, day, form) })
}

/** Opening hours with equal neighbours joined: `ma–pe klo 8–16`. Never says whether it is open now. */
export function hoursText(speech: Speech, hours: Station['hours']) {
  const rows: { first: number; last: number; from: string; to: string }[] = []
  for (const { weekday: day, from, to } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const last = rows.at(-1)
    if (last && last.last === day - 1 && last.from === from && last.to === to) last.last = day
    else rows.push({ first: day, last: day, from, to })
  }
  return rows.map(({ first, last, from, to }) =>
    speech.t('widget:hours.row', {
      days: first === last ? weekday(speech, first) : `${weekday(speech, first)}–${weekday(speech, last)}`,
      from: clock(speech, from),
      to: clock(speech, to),
    }),
  )
}
