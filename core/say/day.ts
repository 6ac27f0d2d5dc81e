/** Days and half-days in words. A day is a local Finnish day, `2026-12-28`. */
import { isDay } from '../flow/day.ts'
import { type HalfDay, halfDayOf } from '../request/half-day.ts'
import { written } from './forms.ts'
import type { Speaker } from './speaker.ts'

type Form = 'short' | 'long'

/** Noon in UTC is the same day in Finland. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** A day in figures; where those would stand between slashes, the month by its name: 5/6 can be read two ways. */
function dayIn({ lang }: Speaker, day: string, options: Intl.DateTimeFormatOptions): string {
  const form = (month: 'numeric' | 'short') =>
    written(lang, { ...options, day: 'numeric', month }).format(noon(day))
  const inFigures = form('numeric')
  return inFigures.includes('/') ? form('short') : inFigures
}

/** `ma 28.12.`, `Mon, 28 Dec` */
export const shortDay = (speaker: Speaker, day: string): string => dayIn(speaker, day, { weekday: 'short' })

/** `28.12.2026`, `28 Dec 2026`. What is no day is left as it was sent. */
export const wholeDate = (speaker: Speaker, day: string): string =>
  isDay(day) ? dayIn(speaker, day, { year: 'numeric' }) : day

/** `maanantai`, in short `ma`; 1 = Monday. The first of January 2024 was one. */
export const weekdayName = ({ lang }: Speaker, number: number, form: Form = 'long'): string =>
  written(lang, { weekday: form }).format(noon(`2024-01-0${number}`))

/** `maanantai aamupäivä`, in short `ma aamupäivä` */
export function halfDayName(speaker: Speaker, half: HalfDay, form: Form = 'long'): string {
  const { weekday: day, part } = halfDayOf(half)
  return speaker.t(`say:halfDay.${part}`, { day: weekdayName(speaker, day, form) })
}
