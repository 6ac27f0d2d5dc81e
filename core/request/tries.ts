/**
 * When somebody may be given up: after several tries at different times of day on different days, which a person then decides.
 * Finnish stations answer “usually at least two or three tries, then the next day”; one missed call never drops anybody.
 */
import type { ATTEMPT_RESULTS, WAYS } from './choices.ts'

export type AttemptResult = (typeof ATTEMPT_RESULTS)[number]

/** What has been tried: how often, what came of the last one, on how many days, in how many parts of the day. */
export type TriesMade = {
  count: number
  last?: AttemptResult
  days: number
  parts: number
}

/** Calls: so many, on so many days, in so many parts of the day. Messages: so many on so many days. A visit: nobody came. */
const ENOUGH = {
  call: { count: 3, days: 2, parts: 2 },
  'shared-phone': { count: 3, days: 2, parts: 2 },
  text: { count: 2, days: 2, parts: 1 },
  visit: { count: 1, days: 1, parts: 1 },
} as const satisfies Record<(typeof WAYS)[number], Omit<TriesMade, 'last'>>

type HowReached = { way: string; window?: string | undefined }

/** How many tries the rule asks for. */
export const triesAsked = (way: string): number => ENOUGH[way as keyof typeof ENOUGH]?.count ?? 3

/**
 * The rule's tries have been made. A wrong number needs no second call; who may be called in one part of the day alone is not
 * called in the other.
 */
export function isTriedEnough({ count, last, days, parts }: TriesMade, { way, window }: HowReached): boolean {
  if (count === 0) return false
  if (last === 'wrong-number') return true
  const asked = ENOUGH[way as keyof typeof ENOUGH] ?? ENOUGH.call
  return count >= asked.count && days >= asked.days && (parts >= asked.parts || window !== undefined)
}
