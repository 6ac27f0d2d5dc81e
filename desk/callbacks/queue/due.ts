/** How a promise stands. It is about our promise only, never about how urgent a person’s matter is. */
import type { QueueRow } from '#core/contract/desk.ts'
import type { Due } from '#core/request/choices.ts'
import { dueOf as dueAt } from '#core/say/due.ts'
import { localStamp } from '#core/say/time.ts'

/** A visit whose time nobody has set yet: it is asked for. */
export const lacksTime = ({ way, visit, status }: QueueRow): boolean =>
  way === 'visit' && !visit && (status === 'waiting' || status === 'taken')

/** The hours in which contact is safe have not begun: nobody calls yet. */
export const isNotYet = ({ promise }: QueueRow, now: number): boolean =>
  promise?.from !== undefined && localStamp(now) < `${promise.day} ${promise.from}`

/** How its promise, or the time of its visit, stands. */
export const dueOf = ({ visit, promise, attempts, status }: QueueRow, now: number): Due =>
  dueAt({ visit, attempts, status, until: promise && Date.parse(promise.until) }, now)
