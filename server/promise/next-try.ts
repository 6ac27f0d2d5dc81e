/** When somebody who did not answer is tried next: in another part of the day, hours later, within the time that is safe or was wished for. */
import type { TryTime } from '#core/contract/desk.ts'
import { type HalfDay, hoursOf, PARTS } from '#core/request/half-day.ts'
import { minutesOf, weekdayOf } from './local-time.ts'
import { type Calendar, openDays } from './promise.ts'

/** So long passes between two tries, minutes: stations that call within hours do it so. */
const APART_MINUTES = 2 * 60
/** A shorter rest of a half-day is none to plan for. */
const LEAST_MINUTES = 30
const QUARTER = 15
/** So many times are offered. */
const OFFERED = 6

type Part = (typeof PARTS)[number]
type TryWish = {
  /** half-days in which alone contact is safe; none: any */
  safe: readonly HalfDay[]
  /** the one part of the day that was wished for, or is safe */
  window?: Part | undefined
}

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** What is left of it once hours have passed since the try of now; `time`: local now, when the day is today. */
function rest({ from, by }: { from: string; by: string }, time: string | undefined) {
  const earliest = time === undefined ? 0 : Math.ceil((minutesOf(time) + APART_MINUTES) / QUARTER) * QUARTER
  const begins = Math.max(minutesOf(from), earliest)
  return minutesOf(by) - begins < LEAST_MINUTES ? undefined : { from: timeOf(begins), by }
}

function* halves(
  now: number,
  calendar: Calendar,
  { safe, window }: TryWish,
): Generator<TryTime & { part: Part }> {
  for (const { day, hours, now: time } of openDays(now, calendar)) {
    for (const part of PARTS) {
      const half = `${weekdayOf(day)}-${part}` as HalfDay
      const isFit = safe.length > 0 ? safe.includes(half) : window === undefined || window === part
      const whole = isFit ? hoursOf(part, hours.callBy) : undefined
      const left = whole && rest(whole, time)
      if (left) yield { day, ...left, part }
    }
  }
}

/** The hours of a day in which a call that was agreed for it is due; where contact is safe in half-days alone, in the first of them. */
export function hoursAgreedOn(
  now: number,
  calendar: Calendar,
  wish: TryWish,
  on: string,
): TryTime | undefined {
  const found: TryTime[] = []
  for (const { day, from, by } of halves(now, calendar, wish)) {
    if (day > on) break
    if (day === on) found.push({ day, from, by })
  }
  const [first, second] = found
  return first && second && wish.safe.length === 0 ? { ...first, by: second.by } : first
}

/**
 * @param now of the try that was made, epoch ms
 * @param tried the part of the day in which it was made: another one is proposed before it
 * @returns the one that is proposed, then the others in the order of time; none: nobody calls in the coming days
 */
export function nextTries(now: number, calendar: Calendar, wish: TryWish, tried: Part): TryTime[] {
  const found: (TryTime & { part: Part })[] = []
  for (const half of halves(now, calendar, wish)) {
    found.push(half)
    if (found.length === OFFERED) break
  }
  const proposed = found.find(({ part }) => part !== tried) ?? found[0]
  const inOrder = proposed ? [proposed, ...found.filter((one) => one !== proposed)] : []
  return inOrder.map(({ day, from, by }) => ({ day, from, by }))
}
