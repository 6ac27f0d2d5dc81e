/** When we would call, for every area at once: asking for it says nothing of the answers. */

import type { Place } from '#core/contract/content.ts'
import type { CallPromise, Promises } from '#core/contract/promise.ts'
import type { Answers } from '#core/flow/definition.ts'
import { MUNICIPALITY } from '#core/flow/named.ts'
import { isForReserve } from '#core/queue/reserve.ts'
import type { SafeTime } from '#core/request/choices.ts'
import { safeHalfDays, safeTimeOf } from '#core/request/half-day.ts'
import { areaFor } from '#core/request/whose.ts'
import { serverNow } from './clock.ts'

/** `safeTime`: how the resident has said when contact is safe; in words alone no day and no time is told. */
export type Estimate = Omit<Promises['areas'][number], 'promise'> & {
  /** absent: no day has room */
  promise?: CallPromise | undefined
  safeTime?: SafeTime | undefined
}

/** A promise whose time has passed is none. That no day has room is true until it is asked again. */
const isToCome = (promise: CallPromise | undefined, now: number) =>
  !promise || Date.parse(promise.until) > now

/**
 * The estimate of the area that would call, by the rules by which the server routes and binds.
 * @param outcome of the answers: for whom some places of a day are kept
 * @param now epoch ms: a promise that has passed by then is none
 */
export function estimateFor(
  promises: Promises | undefined,
  place: Place,
  answers: Answers,
  outcome: Parameters<typeof isForReserve>[1],
  now: number = serverNow(),
): Estimate | undefined {
  if (!promises) return undefined
  const { [MUNICIPALITY]: municipality } = answers
  const served = place.municipalities.find(({ code }) => code === municipality)?.area
  const area = areaFor(municipality, served, { station: promises.area, duty: promises.dutyArea })
  const of = (name: string) => promises.areas.find((one) => one.area === name)
  const called = of(area) ?? of(promises.area)
  const { reserve } = called ?? {}
  const found =
    reserve && isForReserve(answers, outcome) ? { ...called, promise: undefined, ...reserve } : called
  return found && isToCome(found.promise, now) ? (found as Estimate) : undefined
}

/**
 * The estimate as it follows when contact is safe: the earliest of the chosen half-days, and no time when none of them has
 * room. Nothing when they have passed: no other time is told in their place.
 */
export function estimateWhenSafe(
  estimate: Estimate | undefined,
  contact: Parameters<typeof safeTimeOf>[0] | undefined,
  now: number = serverNow(),
): Estimate | undefined {
  const safeTime = contact && safeTimeOf(contact)
  if (!estimate || !safeTime) return estimate
  if (safeTime === 'words') return { ...estimate, safeTime }
  const known = safeHalfDays(contact).flatMap((half) => estimate.safe[half] ?? [])
  const [promise] = known
    .filter((one) => isToCome(one, now))
    .sort((one, other) => Date.parse(one.until) - Date.parse(other.until))
  return promise || !known[0] ? { ...estimate, promise, safeTime } : undefined
}
