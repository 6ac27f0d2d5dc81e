/** Instants as a resident says them: a day and a part of it, or a clock time. Finnish local time. */
import { shortDay } from '#core/say/day.ts'
import { clock, localTime } from '#core/say/time.ts'
import type { Speech } from './speech.ts'

const DAY = 86_400_000

/** `14.05`, without the words of a day; `at` in epoch milliseconds. */
export const clockAt = (speech: Speech, at: number) => clock(speech, localTime(new Date(at))[1])

const partOf = (time: string) =>
  time < '09' ? 'early' : time < '12' ? 'morning' : time < '17' ? 'afternoon' : 'evening'

/** `tänään aamupäivällä`, `eilen iltapäivällä`, `ma 28.12. aamulla`; `now` in epoch milliseconds. */
export function partOfDay(speech: Speech, at: string, now: number): string {
  const [day, time] = localTime(new Date(at))
  const ago = [now, now - DAY].findIndex((instant) => localTime(new Date(instant))[0] === day)
  const near = new Intl.RelativeTimeFormat(speech.lang, { numeric: 'auto' })
  return speech.t(`widget:time.${partOf(time)}`, {
    day: ago < 0 ? shortDay(speech, day) : near.format(-ago, 'day'),
  })
}
