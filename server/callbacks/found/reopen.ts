/** Opens a closed request again, as long as it is kept: closed by mistake, or the resident calls back about the same matter. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { LIFE } from '#core/request/life.ts'
import { localTime } from '../../promise/local-time.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { Tx } from '../../store/store.ts'
import { asSeen, change, find, heldUntil, statusFor, writeDown } from '../acting.ts'
import { plannedOnce } from '../agreed/follow-up.ts'
import { placesHeld } from '../bind.ts'
import { newReference } from '../code.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { oneNumberAtATime } from '../fold.ts'
import { rowNow } from '../rows.ts'
import { struckLast } from '../tries/made.ts'

/** Closing it before a call gave its place away; who takes it back may make the day one too many, as staff may. */
async function takeBackPlace(tx: Tx, row: RequestRow, now: number): Promise<void> {
  const { area, promise_day: day, first_attempt_at } = row
  if (first_attempt_at !== null || day === null || day < localTime(now).day) return
  await tx.capacity.force(area, day, placesHeld(tx.seal.summary(row)))
}

/** A wrong outcome is seen at once. Later the resident has called back, and they had talked all the same. */
const MISTAKE_MS = 10 * 60_000

/** Closing said that they had talked: opened again at once, it was not so, unless somebody had said it before. */
async function withoutItsContact(tx: Tx, row: RequestRow, now: number): Promise<RequestRow> {
  const isMistake = now - (row.closed_at ?? 0) <= MISTAKE_MS
  if (!isMistake || !tx.seal.open(row).isTalkTold) return row
  const { change: changes } = await struckLast(tx, row)
  return change(tx, row, { ...changes, reached_at: null })
}

/** Of what was closed before references were kept apart, another open one may have its reference by now. */
async function referenceFor(tx: Tx, { reference }: RequestRow): Promise<string> {
  const others = await tx.found.withReference(reference)
  return others.some(({ closed_at }) => closed_at === null) ? newReference(tx) : reference
}

/** The same press came once more: a browser sends again by itself what was lost on the way. */
const isDone = ({ status, version, taken_by }: RequestRow, staff: Coordinator, seen: number | undefined) =>
  status === LIFE.reopen.next.closed &&
  taken_by === staff.person &&
  seen !== undefined &&
  // one change, or two where closing had said that they talked
  (version === seen + 1 || version === seen + 2)

/**
 * It is in the hands of who opened it, and stands on its own. How it had ended is forgotten, and what was to be counted of that: it
 * is counted once, as it ends at last; and it is to be recorded in the client system again.
 * @throws Refusal `not-found`, `wrong-status`
 */
export function reopen(
  { store, clock }: Deps,
  staff: Coordinator,
  id: string,
  { version }: ActBody<'reopen'>,
): Promise<QueueRow> {
  return store.record(staff.organisation, async (tx) => {
    const now = clock.now()
    const before = await find(tx, staff, 'request.reopen', id)
    await oneNumberAtATime(tx, before.phone_index)
    const ended = await find(tx, staff, 'request.reopen', id)
    if (isDone(ended, staff, version)) return rowNow(tx, id)
    asSeen(ended, version)
    const status = await statusFor(tx, staff, ended, 'reopen', now)
    const row = await withoutItsContact(tx, ended, now)
    const { figures: _counted, isTalkTold: _told, wasFolded, ...contents } = tx.seal.open(row)
    // as it was closed: whoever was talked with then has kept the place, unless it had none under another
    await takeBackPlace(tx, wasFolded ? row : ended, now)
    const due = await plannedOnce(tx, row, now)
    await change(tx, row, {
      ...due,
      status,
      reference: await referenceFor(tx, row),
      taken_by: staff.person,
      taken_at: now,
      taken_until: heldUntil({ ...row, ...due }, now),
      closed_at: null,
      outcome: null,
      recorded: 0,
      folded_under: null,
      ...tx.seal.again(row, contents, tx.seal.summary(row)),
    })
    writeDown(tx, staff, 'reopen', row)
    return rowNow(tx, id)
  })
}
