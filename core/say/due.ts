/** How a promise stands: one rule for the server's counts and the desk's groups. It says nothing of how urgent a matter is. */
import type { Visit } from '../contract/callback.ts'
import type { Due } from '../request/choices.ts'
import type { Status } from '../request/life.ts'
import { localStamp } from './time.ts'

/** So long before its time a promise is near, ms. */
export const SOON_MS = 60 * 60_000

const HOUR = 60 * 60_000

let day = { from: 0, until: 0 }
/**
 * When the local day of an instant ends, epoch ms. Kept until the day is another: to tell the day of each of two thousand
 * promises takes longer than all else that is asked of them.
 */
function midnightAfter(now: number): number {
  if (now >= day.from && now < day.until) return day.until
  const today = localStamp(now).slice(0, 10)
  const isToday = (at: number) => localStamp(at).slice(0, 10) === today
  let until = now - (now % HOUR)
  while (isToday(until)) until += HOUR
  day = { from: now, until }
  return until
}

/** A visit whose time is set is due then: it is late when the time has gone by and nobody has written down what came of it. */
function visitDue({ day, to }: Pick<Visit, 'day' | 'to'>, now: number): Due {
  const stamp = localStamp(now)
  if (stamp >= `${day} ${to}`) return 'overdue'
  return day === stamp.slice(0, 10) ? 'today' : 'later'
}

type Tries = { attempts: number; status: Status }

/** Nobody has tried to reach the resident yet, nor decided anything. */
const isUntried = ({ attempts, status }: Tries): boolean =>
  attempts === 0 && (status === 'waiting' || status === 'taken')

/**
 * A promise is kept by a first attempt, or by contact, before its time.
 * @param until the end of the promise, epoch ms; absent: no day had room, it waits in its order and is never late
 */
export function dueOf(
  {
    visit,
    until,
    ...tries
  }: Tries & { visit?: Pick<Visit, 'day' | 'to'> | undefined; until: number | undefined },
  now: number,
): Due {
  if (!isUntried(tries)) return 'kept'
  if (visit) return visitDue(visit, now)
  if (until === undefined) return 'undated'
  if (until < now) return 'overdue'
  if (until <= now + SOON_MS) return 'soon'
  return until < midnightAfter(now) ? 'today' : 'later'
}
