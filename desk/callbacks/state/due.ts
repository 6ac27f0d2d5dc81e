/** How a promise stands. It is about our promise only, never about how urgent a person’s matter is. */
import type { QueueRow } from '#core/contract/desk.ts'
import type { Due } from '#core/request/choices.ts'
import { dueAt, dueOf as dueNow, fateOf, isAgain } from '#core/say/due.ts'
import { instantIn, localStamp } from '#core/say/time.ts'

/** A visit whose time nobody has set yet: it is asked for. */
export const lacksTime = ({ way, visit, status }: QueueRow): boolean =>
  way === 'visit' && !visit && (status === 'waiting' || status === 'taken')

/** The hours in which contact is safe have not begun: nobody calls yet. */
export const isNotYet = ({ promise }: QueueRow, now: number): boolean =>
  promise?.from !== undefined && localStamp(now) < `${promise.day} ${promise.from}`

const at = (iso: string | undefined) => (iso === undefined ? undefined : Date.parse(iso))

/** What of a row decides when it is due, in epoch ms. */
const timedOf = ({ visit, promise, attempts, status, firstAttemptAt, nextTry }: QueueRow) => ({
  ...{ visit, attempts, status },
  firstAttemptAt: at(firstAttemptAt),
  until: at(promise?.until),
  tryUntil: at(nextTry?.until),
})

/** How near the next thing is: its promise, the time of its visit, or the try that was planned. */
export const dueOf = (row: QueueRow, now: number): Due => dueNow(timedOf(row), now)

/** When the next thing is due, epoch ms; nothing of what waits in its order. */
export const dueAtOf = (row: QueueRow): number | undefined => dueAt(timedOf(row))

/** Tried and not reached, or to be called once more as agreed. */
export const isTriedAgain = (row: QueueRow): boolean => isAgain(timedOf(row))

/** The try that was planned is what comes next. */
export const isPlanned = (row: QueueRow): boolean => row.nextTry !== undefined && isTriedAgain(row)

/** By how much a promise was broken, ms; nothing while it can be kept, or once it was. Before its window opened counts as broken. */
export function brokenBy({ promise, visit, firstAttemptAt }: QueueRow, now: number): number | undefined {
  if (!promise || visit) return undefined
  const tried = at(firstAttemptAt)
  if (fateOf(promisedIn(promise), tried, now) !== 'broken') return undefined
  return Math.max(0, (tried ?? now) - Date.parse(promise.until))
}

export const isKept = ({ promise, firstAttemptAt }: QueueRow, now: number): boolean =>
  promise !== undefined && fateOf(promisedIn(promise), at(firstAttemptAt), now) === 'kept'

const promisedIn = ({ from, day, until }: NonNullable<QueueRow['promise']>) => ({
  from: from === undefined ? undefined : instantIn(day, from),
  until: Date.parse(until),
})
