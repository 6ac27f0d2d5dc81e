/** Where a request stands, as far as the screen is concerned. */
import type { Visit } from '#core/contract/callback.ts'
import { localTime } from '#core/say/time.ts'
import type { OwnRequest } from '../net/outbox.ts'

/** `late`: what was promised has not happened in time, or will not happen; nothing is promised anew, and it is said. */
export type Standing = 'pending' | 'late' | 'talking' | 'ended' | 'gone'

const AT: Record<OwnRequest['status'], Standing> = {
  waiting: 'pending',
  taken: 'pending',
  reached: 'talking',
  unreachable: 'ended',
  closed: 'ended',
  withdrawn: 'gone',
  erased: 'gone',
}

/** `now` in epoch milliseconds. A visit whose time is set is not late: the resident comes when they were asked to; nor is one to whom no time was promised. */
export function standingOf(
  { status, promise, safeTime, attempts, visit, doubted }: OwnRequest,
  now: number,
): Standing {
  const standing = AT[status]
  const isTimed = !visit && safeTime !== 'words'
  const late = attempts.length === 0 && isTimed && promise && now > Date.parse(promise.until)
  return standing === 'pending' && (late || doubted) ? 'late' : standing
}

/** The time of a visit has gone by. */
export const isOver = ({ day, to }: Visit, now: number): boolean =>
  `${day} ${to}` <= localTime(new Date(now)).join(' ')
