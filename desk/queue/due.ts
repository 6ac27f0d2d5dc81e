/** How a promise stands. It is about our promise only, never about how urgent a person’s matter is. */
import type { QueueRow } from '#core/contract/desk.ts'
import { localDay, localTime } from '../words/dates.ts'

export type Due = 'overdue' | 'soon' | 'today' | 'later' | 'kept'

const SOON_MS = 60 * 60_000

/** The hours in which contact is safe have not begun: nobody calls yet. */
export const isNotYet = ({ promise: { day, from } }: QueueRow, now: number): boolean =>
  from !== undefined && `${localDay(now)} ${localTime(now)}` < `${day} ${from}`

/** A promise is kept by a first attempt, or by contact, before its time. */
export function dueOf(row: QueueRow, now: number): Due {
  if (row.attempts > 0 || (row.status !== 'waiting' && row.status !== 'taken')) return 'kept'
  const left = Date.parse(row.promise.until) - now
  if (left < 0) return 'overdue'
  if (left <= SOON_MS) return 'soon'
  return row.promise.day === localDay(now) ? 'today' : 'later'
}
