/** Numbers in words: a count that is not said, a share of which only a bound is known, office time. Pure but for the words. */
import type { Few, Minutes } from '#core/contract/statistics.ts'
import { figures } from '#core/say/forms.ts'
import { say, speaker } from '../words/words.ts'

/** What is not said is fewer than this; a number that is said may be off by as much less one. */
const LEAST = 5
const OFF = LEAST - 1

const numberWords = (number: number) => figures(String(number), speaker(), 1)

export const fewWords = (count: Few | undefined): string =>
  count === null || count === undefined ? say('statistics:few') : numberWords(count)

export type ToldShare = { bound: 'about' | 'least' | 'most'; percent: number } | undefined

/**
 * Of two parts the share of the first. Where one of them is not said, only a bound is: a share reckoned from the rest alone would
 * say that there was none. Nothing where neither is.
 */
export function shareOf(part: Few, rest: Few): ToldShare {
  if (part === null && rest === null) return undefined
  if (part === null) return { bound: 'most', percent: Math.min(100, Math.ceil((100 * OFF) / (rest ?? 1))) }
  if (rest === null) return { bound: 'least', percent: Math.max(0, Math.floor((100 * (part - OFF)) / part)) }
  return { bound: 'about', percent: Math.round((100 * part) / (part + rest)) }
}

export const shareWords = (share: ToldShare): string =>
  share ? say(`statistics:share.${share.bound}`, { percent: share.percent }) : say('statistics:tooFew')

/** A short text that must not be broken over two lines. */
const whole = (text: string) => text.replaceAll(' ', '\u00a0')

/** “45 min”, “1 t 35 min”: in office hours, so never in days. */
export function officeWords(minutes: number): string {
  if (minutes === 0) return whole(say('statistics:minutes.none'))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return whole(say('statistics:minutes.minutes', { minutes: rest }))
  const values = { hours, minutes: rest }
  return whole(say(rest === 0 ? 'statistics:minutes.hours' : 'statistics:minutes.both', values))
}

export const medianWords = (minutes: Minutes): string =>
  minutes ? officeWords(minutes.median) : say('statistics:tooFew')

/** “2,3”, as the language writes it. */
export const attemptsWords = (attempts: number | null): string =>
  attempts === null ? say('statistics:tooFew') : numberWords(attempts)
