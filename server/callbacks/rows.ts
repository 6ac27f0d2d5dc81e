/** A row of the queue as the desk reads it. */
import type { QueueRow } from '#core/contract/desk.ts'
import type { CallPromise } from '#core/contract/promise.ts'
import type { Status } from '#core/request/life.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import { kidOf } from '../seal/blob.ts'
import { readable } from '../seal/unreadable.ts'
import type { QueueColumns } from '../store/queue/lines.ts'
import { channelOf } from '../store/requests.ts'
import { isFinished, type Summary } from '../store/sealing.ts'
import type { View } from '../store/store.ts'
import type { Deps } from './deps.ts'

type Promised = Pick<QueueColumns, 'promise_day' | 'promise_by' | 'promise_until'>

export const iso = (instant: number): string => new Date(instant).toISOString()

/**
 * @param summary of the same row: with the window, which is sealed, and whether it is later than the next day of calling
 * @returns nothing of a request that is kept in its order without a date
 */
export const promiseOf = (
  { promise_day, promise_by, promise_until }: Promised,
  { from, crowded }: Pick<Summary, 'from' | 'crowded'>,
): CallPromise | undefined =>
  promise_day === null || promise_by === null
    ? undefined
    : {
        day: promise_day,
        ...(from && { from }),
        by: promise_by,
        until: iso(promise_until),
        ...(crowded && { crowded }),
      }

/** When it is tried next, in local days and times. */
function nextTryOf({ try_from, try_until }: QueueColumns): QueueRow['nextTry'] {
  if (try_from === null || try_until === null) return undefined
  const { day, time: from } = localTime(try_from)
  return { day, from, by: localTime(try_until).time, until: iso(try_until) }
}

const holderOf = ({ taken_by, holder }: QueueColumns): QueueRow['takenBy'] =>
  taken_by === null ? undefined : { id: taken_by, firstName: holder ?? '' }

/** What stands in a line whose summary cannot be opened: it claims nothing of the resident. */
const UNREAD: Summary = {
  segment: '',
  finished: false,
  lifeAreas: [],
  attention: [],
  flags: 0,
  dontKnow: 0,
  way: 'call',
}

/**
 * A row that cannot be opened stands with its reference and its promise like every other, and says so.
 * @param folded how many are folded under it
 */
export function queueRow({ seal }: Pick<View, 'seal'>, row: QueueColumns, folded: number): QueueRow {
  const takenBy = holderOf(row)
  const opened = readable(() => seal.summary(row))
  const summary = opened ?? UNREAD
  const promise = promiseOf(row, summary)
  const {
    segment,
    municipality,
    lifeAreas,
    attention,
    flags,
    dontKnow,
    way,
    window,
    today,
    visit,
    safeTime,
    tried,
    rangBack,
  } = summary
  const nextTry = nextTryOf(row)
  return {
    id: row.id,
    reference: row.reference,
    area: row.area,
    lane: row.lane,
    status: row.status as Status,
    receivedAt: iso(row.received_at),
    ...(promise && { promise }),
    ...(safeTime && { safeTime }),
    ...(takenBy && { takenBy }),
    ...(row.taken_until !== null && { takenUntil: iso(row.taken_until) }),
    segment,
    ...(municipality !== undefined && { municipality }),
    revision: row.revision,
    language: row.language,
    lifeAreas,
    flags,
    attention,
    dontKnow,
    attempts: row.attempts,
    ...(row.first_attempt_at !== null && { firstAttemptAt: iso(row.first_attempt_at) }),
    ...(tried && { tried }),
    ...(nextTry && { nextTry }),
    ...(rangBack !== undefined && { rangBackAt: rangBack }),
    ...(row.closed_at !== null && { closedAt: iso(row.closed_at) }),
    verified: row.verified === 1,
    ...(seal.isDoubted(row) && { doubted: true as const }),
    finished: isFinished(summary),
    folded,
    way,
    ...(channelOf(row) === 'phone' && { channel: 'phone' as const }),
    ...(window && { window }),
    ...(today && { today }),
    ...(visit && { visit }),
    ...(opened === undefined && { unreadable: true as const }),
  }
}

/** The row as it now stands. @throws Refusal `not-found` */
export async function rowNow(view: View, id: string): Promise<QueueRow> {
  const row = await view.queue.row(id)
  if (!row) return refuse('not-found')
  const folded = await view.queue.foldedCounts([id])
  return queueRow(view, row, folded.get(id) ?? 0)
}

/** So many are remembered as told: every desk fetches the same line at every event. */
const MOST = 1000
const told = new Set<string>()

const keyOf = (wrapped: string): string => {
  try {
    return kidOf(wrapped)
  } catch {
    return 'unknown'
  }
}

/** Says once in the log which row it is, and which data key wrapped it. */
export function tellUnreadable(
  log: Deps['log'],
  { id, wrapped_key }: Pick<QueueColumns, 'id' | 'wrapped_key'>,
) {
  if (told.has(id) || told.size >= MOST) return
  told.add(id)
  log?.('row-unreadable', { row: id, key: keyOf(wrapped_key) })
}
