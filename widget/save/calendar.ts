/** A file for a calendar, made on the device. Whoever sees the calendar reads a neutral word and a time, and nothing of the matter. */
import { localTime } from '#core/say/time.ts'

/** A local day and time of Finland (`2026-12-28`, `16:00`) as an instant, epoch ms: how far it is from UTC is seen in what it reads there. */
function instantOf(day: string, time: string): number {
  const guess = Date.parse(`${day}T${time}Z`)
  return 2 * guess - Date.parse(`${localTime(guess).join('T')}Z`)
}

/** `20261228T140000Z` */
const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

/** What stands in the calendar: local times of one day; `now` in epoch ms, because nothing of it has gone by. */
export type CalendarEntry = { title: string; day: string; from: string; to: string; now: number }

/** Nothing of it is left. */
export const isPast = ({ day, to, now }: Omit<CalendarEntry, 'title'>): boolean => instantOf(day, to) <= now

/** One event of RFC 5545 that keeps nobody from anything else (`TRANSPARENT`). Its id is that of nothing else. */
export const calendarFile = ({ title, day, from, to, now }: CalendarEntry): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//',
    'BEGIN:VEVENT',
    `UID:${crypto.randomUUID()}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(Math.max(now, instantOf(day, from)))}`,
    `DTEND:${stamp(instantOf(day, to))}`,
    `SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
