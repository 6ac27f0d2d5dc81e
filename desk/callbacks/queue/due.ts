/** How a promise stands. It is about our promise only, never about how urgent a person’s matter is. */
import type { Visit } from '#core/contract/callback.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { localStamp } from '#core/say/time.ts'
import { localDay } from '../../words/dates.ts'

export type Due = 'overdue' | 'soon' | 'today' | 'later' | 'undated' | 'kept'

const SOON_MS = 60 * 60_000

/** A visit whose time is set is due then: it is late when the time has gone by and nobody has written down what came of it. */
export function visitDue({ day, to }: Visit, now: number): Due {
  if (localStamp(now) >= `${day} ${to}`) return 'overdue'
  return day === localDay(now) ? 'today' : 'later'
}

/** A visit whose time nobody has set yet: it is asked for. */
export const lacksTime = ({ way, visit, status }: QueueRow): boolean =>
  way === 'visit' && !visit && (status === 'waiting' || status === 'taken')

/** The hours in which contact is safe have not begun: nobody calls yet. */
export const isNotYet = ({ promise }: QueueRow, now: number): boolean =>
  promise?.from !== undefined && localStamp(now) < `${promise.day} ${promise.from}`

/** A promise is kept by a first attempt, or by contact, before its time. */
export function dueOf(row: QueueRow, now: number): Due {
  if (row.attempts > 0 || (row.status !== 'waiting' && row.status !== 'taken')) return 'kept'
  if (row.visit) return visitDue(row.visit, now)
  // no day had room: it is never late, and waits in its order
  if (!row.promise) return 'undated'
  const left = Date.parse(row.promise.until) - now
  if (left < 0) return 'overdue'
  if (left <= SOON_MS) return 'soon'
  return row.promise.day === localDay(now) ? 'today' : 'later'
}
