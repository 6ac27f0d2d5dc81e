/** Times in words: a clock time, by when we call, when a visit is; and what day and time it is in Finland. */
import type { Visit } from '../contract/callback.ts'
import type { CallPromise } from '../contract/promise.ts'
import { shortDay } from './day.ts'
import type { Speaker } from './speaker.ts'

const local = new Intl.DateTimeFormat('sv', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Local day and time of an instant, `2026-12-28 10:15`: such texts stand in their order in time. Epoch milliseconds or a date. */
export const localStamp = (at: number | Date): string => local.format(at)

/** The same apart: `['2026-12-28', '10:15']`. */
export const localTime = (at: number | Date) => localStamp(at).split(' ') as [day: string, time: string]

/** The instant of a Finnish local day and time, epoch ms; in the hour that spring skips, one beside it. */
export function instantIn(day: string, time: string): number {
  const wall = Date.parse(`${day}T${time}Z`)
  const shown = Date.parse(`${localStamp(wall).replace(' ', 'T')}Z`)
  return wall - (shown - wall)
}

/** `16` or `15.45`, from a local `HH:MM`. */
export function clock({ t }: Speaker, time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return t(minute === '00' ? 'say:time.hour' : 'say:time.minute', { hour: Number(hour), minute })
}

/** A day as it stands in a sentence: `ma 28.12.`, `on Mon, 28 Dec` */
const onDay = (speaker: Speaker, day: string): string =>
  speaker.t('say:day.on', { day: shortDay(speaker, day) })

/** `ma 28.12. klo 10.15`, from a local day and time. */
export const dayAndTime = (speaker: Speaker, day: string, time: string): string =>
  speaker.t('say:time.at', { day: onDay(speaker, day), time: clock(speaker, time) })

/**
 * `ma 28.12. klo 16 mennessä`; of a window `ti 1.12. klo 8–12`.
 * @param day in words, where a room has nearer ones than the date: `tänään`
 */
export const byWhen = (
  speaker: Speaker,
  promise: Pick<CallPromise, 'day' | 'from' | 'by'>,
  day = onDay(speaker, promise.day),
): string =>
  speaker.t(promise.from ? 'say:promise.window' : 'say:promise.by', {
    day,
    time: clock(speaker, promise.by),
    ...(promise.from && { from: clock(speaker, promise.from) }),
  })

/** When a visit is: `ma 30.11. klo 9–12`. `day` as in `byWhen`. */
export const whenMet = (speaker: Speaker, visit: Pick<Visit, 'day' | 'from' | 'to'>, day?: string): string =>
  byWhen(speaker, { day: visit.day, from: visit.from, by: visit.to }, day)
