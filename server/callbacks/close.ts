/** The end of a request: its outcome, whether it is recorded in the client system, and its row of statistics. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { lacksWorker } from '#core/queue/worker.ts'
import { OUTCOMES_OF_CONTACT } from '#core/request/choices.ts'
import { holdOf, LIFE, type Status } from '#core/request/life.ts'
import { refuse } from '../refusal.ts'
import { statisticsOf } from '../statistics/row.ts'
import type { RequestRow } from '../store/requests.ts'
import { registerOf } from '../store/sealing.ts'
import type { Tx } from '../store/store.ts'
import { change, find, heldBy, statusAfter, statusFor, writeDown } from './acting.ts'
import { giveBackPlace } from './bind.ts'
import type { Coordinator, Deps } from './deps.ts'
import { oneNumberAtATime, unfold } from './fold.ts'
import { bringForward } from './forward.ts'
import { rowNow } from './rows.ts'
import { siblingRows } from './siblings.ts'
import { madeOn, UNPLANNED } from './tries/made.ts'

/**
 * “Not reached” is said of one after the rule's tries, or whom somebody has decided to be so: never to be rid of a request.
 * @throws Refusal `invalid-field` `/outcome`
 */
function mustBeTold(tx: Tx, row: RequestRow, { outcome }: ActBody<'close'>): void {
  const isDecided = row.status === LIFE.unreachable.next.taken
  if (outcome !== 'unreachable' || isDecided) return
  if (!LIFE.unreachable.suits({ ...row, ...tx.seal.summary(row) }))
    refuse('invalid-field', {
      field: '/outcome',
      detail: 'Nobody is closed as unreachable before the tries that the rule asks for were made.',
    })
}

/**
 * One who needs special support is not handed over to nobody.
 * @throws Refusal `invalid-field` `/worker`
 */
function mustHaveWorker({ seal }: Tx, row: RequestRow, { outcome }: ActBody<'close'>): void {
  const { attention, plan } = seal.open(row)
  if (lacksWorker(outcome, { attention: attention.map(({ id }) => id), plan }))
    refuse('invalid-field', {
      field: '/worker',
      detail:
        'Who needs special support is handed over to a named worker, or with a reason why nobody is named.',
    })
}

/**
 * An outcome that comes of talking tells that the resident was reached, whether or not that was pressed before: figures come out
 * right from ordinary use.
 * @returns the row as it is then
 */
async function withContact(
  tx: Tx,
  staff: Coordinator,
  row: RequestRow,
  { outcome, contacted = isOfContact(outcome) }: ActBody<'close'>,
  now: number,
): Promise<RequestRow> {
  if (!contacted || row.reached_at !== null) return row
  const { way } = tx.seal.summary(row)
  const made = await madeOn(tx, row, { person: staff.person, way, result: 'answered', at: now })
  writeDown(tx, staff, 'attempt', row)
  return change(tx, row, { ...made, reached_at: now })
}

const isOfContact = (outcome: string) => (OUTCOMES_OF_CONTACT as readonly string[]).includes(outcome)

type Ending = { status: Status; now: number }

/** Writes the end of one: its outcome, its figures, its place for another. */
async function end(
  tx: Tx,
  staff: Coordinator,
  row: RequestRow,
  closing: ActBody<'close'>,
  { status, now }: Ending,
): Promise<void> {
  await unfold(tx, row)
  const ended = await withContact(tx, staff, row, closing, now)
  const closed = { status, closed_at: now, taken_until: null, folded_under: null, ...UNPLANNED }
  const figures = statisticsOf(ended, tx.seal, closing)
  const contents = {
    ...tx.seal.open(ended),
    figures,
    ...(ended !== row && { isTalkTold: true as const }),
    ...(row.folded_under !== null && { wasFolded: true as const }),
  }
  await change(tx, ended, {
    ...closed,
    outcome: closing.outcome,
    recorded: closing.recorded ? 1 : 0,
    ...tx.seal.again(ended, contents, tx.seal.summary(ended)),
  })
  // closed before a call: its place is another's
  const freed = await giveBackPlace(tx, ended, now)
  if (freed) await bringForward(tx, row.area, freed, now)
  writeDown(tx, staff, 'close', row)
}

/**
 * Others from the same number that the same call took care of: taken and ended with it, all of them or none.
 * @throws Refusal `invalid-field` `/also` of what is no open sibling, `not-yours` of what a colleague holds
 */
async function endSiblings(
  tx: Tx,
  staff: Coordinator,
  row: RequestRow,
  { also = [], recorded }: ActBody<'close'>,
  now: number,
): Promise<void> {
  if (also.length === 0) return
  const siblings = await siblingRows(tx, staff, row)
  const register = registerOf(tx.seal.summary(row))
  for (const id of also) {
    const isSibling = siblings.some((one) => one.id === id && one.closed_at === null)
    // the end of the one before may have brought it in sight
    const sibling = isSibling ? await tx.requests.find(id) : undefined
    if (!sibling) return refuse('invalid-field', { field: '/also', detail: NO_SIBLING })
    const held = { holder: sibling.taken_by ?? undefined, until: sibling.taken_until ?? undefined }
    if (holdOf(held, staff.person, now) === 'other') return refuse('not-yours', await heldBy(tx, sibling))
    const taken = await change(tx, sibling, { taken_by: staff.person, taken_at: now })
    if (sibling.taken_by !== staff.person) writeDown(tx, staff, 'take', sibling)
    // what stands in one register does not stand in the other
    const isRecorded = recorded && registerOf(tx.seal.summary(taken)) === register
    await end(tx, staff, taken, { outcome: 'duplicate', recorded: isRecorded }, { status: CLOSED, now })
  }
}
const CLOSED: Status = LIFE.close.next.taken
const NO_SIBLING =
  'Only other open requests from the same number, in areas of yours, are closed together with this one.'

/** @throws Refusal `invalid-field` `/outcome`, `/worker` */
function mayEnd(tx: Tx, row: RequestRow, closing: ActBody<'close'>): void {
  mustBeTold(tx, row, closing)
  mustHaveWorker(tx, row, closing)
}

/**
 * Closes one that is held in the same transaction.
 * @throws Refusal `invalid-field` `/outcome`, `/worker`
 */
export async function closeHeld(
  tx: Tx,
  staff: Coordinator,
  row: RequestRow,
  closing: ActBody<'close'>,
  now: number,
): Promise<void> {
  mayEnd(tx, row, closing)
  await end(tx, staff, row, closing, { status: statusAfter(row, 'close'), now })
}

/**
 * Closes a request that one holds. A closed one that was not recorded yet can be closed again, by anybody of the area and
 * with the same outcome, to say that it now is: erasure waits for that.
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`, `invalid-field` `/outcome`, `/worker`
 */
export function close(
  { store, clock }: Deps,
  staff: Coordinator,
  id: string,
  closing: ActBody<'close'>,
): Promise<QueueRow> {
  return store.record(staff.organisation, async (tx) => {
    const now = clock.now()
    const before = await find(tx, staff, 'request.close', id)
    await oneNumberAtATime(tx, before.phone_index)
    const row = await find(tx, staff, 'request.close', id)
    const status = await statusFor(tx, staff, row, 'close', now)
    if (row.closed_at !== null) {
      if (row.recorded === 1 || row.outcome !== closing.outcome)
        return refuse('wrong-status', await heldBy(tx, row))
      await change(tx, row, { recorded: closing.recorded ? 1 : 0 })
      writeDown(tx, staff, 'close', row)
      return rowNow(tx, id)
    }
    mayEnd(tx, row, closing)
    await endSiblings(tx, staff, row, closing, now)
    // the end of another may have brought this one in sight, too
    const standing = (await tx.requests.find(id)) ?? row
    await end(tx, staff, standing, closing, { status, now })
    return rowNow(tx, id)
  })
}
