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

function dueBy(until: number, now: number): Due {
  if (until < now) return 'overdue'
  if (until <= now + SOON_MS) return 'soon'
  return until < midnightAfter(now) ? 'today' : 'later'
}

/** What has been tried. `firstAttemptAt`: the first try in the way that was chosen, epoch ms. */
export type Tries = { attempts: number; status: Status; firstAttemptAt: number | undefined }

const isToBeReached = ({ status }: Pick<Tries, 'status'>): boolean =>
  status === 'waiting' || status === 'taken'

/** Nobody has tried yet to reach the resident in the way that was chosen, nor decided anything: what was promised is still to be done. */
const isUnmet = (tries: Tries): boolean =>
  isToBeReached(tries) && (tries.attempts === 0 || tries.firstAttemptAt === undefined)

/** The same, and it comes before every plan of ours: but where no day was promised a plan is all there is. */
export const isUntried = ({ until, tryUntil, ...tries }: Timed): boolean =>
  isUnmet(tries) && (until !== undefined || tryUntil === undefined)

/** Tried and not reached, or to be called once more as agreed: a try is planned, or somebody has to plan one. */
export const isAgain = (timed: Timed): boolean =>
  !isUntried(timed) && (timed.tryUntil !== undefined || isToBeReached(timed))

/** Of a promise: until when, and of a planned try likewise, epoch ms. */
export type Timed = Tries & { until: number | undefined; tryUntil: number | undefined }

/**
 * When the next thing is to be done, epoch ms: by this the queue is ordered. A promise comes before every plan of ours.
 * @returns nothing: no day had room, and it waits in its order
 */
export const dueAt = (timed: Timed): number | undefined =>
  isUntried(timed) ? timed.until : (timed.tryUntil ?? timed.until)

/**
 * What is to be done next, and how near it is: the first contact that was promised, then the try that was planned, which becomes due like a promise.
 * `until`: the end of the promise; absent: no day had room, it waits in its order and is never late.
 */
export function dueOf(
  { visit, ...timed }: Timed & { visit?: Pick<Visit, 'day' | 'to'> | undefined },
  now: number,
): Due {
  if (isUntried(timed)) {
    if (visit) return visitDue(visit, now)
    return timed.until === undefined ? 'undated' : dueBy(timed.until, now)
  }
  if (timed.tryUntil !== undefined) return dueBy(timed.tryUntil, now)
  return isToBeReached(timed) ? 'again' : 'settled'
}

/** What was promised, epoch ms; of a window, not before it opens: contact may be safe in it alone. */
export type PromisedTime = { from?: number | undefined; until: number }

/**
 * Was the promise kept: by a first try in the way that was chosen, in its time. Once broken it stays broken, whatever follows.
 * @returns nothing while it can still be kept
 */
export function fateOf(
  { from = 0, until }: PromisedTime,
  firstAttemptAt: number | undefined,
  now: number,
): 'kept' | 'broken' | undefined {
  if (firstAttemptAt === undefined) return until < now ? 'broken' : undefined
  return from <= firstAttemptAt && firstAttemptAt <= until ? 'kept' : 'broken'
}
