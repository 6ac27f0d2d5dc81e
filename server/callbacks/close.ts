/** The end of a request: its outcome, whether it is recorded in the client system, and its row of statistics. */
import type { ActBody, QueueRow } from '#core/contract/desk.ts'
import { OUTCOMES_OF_CONTACT } from '#core/request/choices.ts'
import { LIFE } from '#core/request/life.ts'
import { refuse } from '../refusal.ts'
import { statisticsOf } from '../statistics/row.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Tx } from '../store/store.ts'
import { change, find, heldBy, statusFor, writeDown } from './acting.ts'
import { giveBackPlace } from './bind.ts'
import type { Coordinator, Deps } from './deps.ts'
import { oneNumberAtATime, unfold } from './fold.ts'
import { bringForward } from './forward.ts'
import { rowNow } from './rows.ts'
import { madeOn, UNPLANNED } from './tries.ts'

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

/**
 * Closes a request that one holds. A closed one that was not recorded yet can be closed again, by anybody of the area and
 * with the same outcome, to say that it now is: erasure waits for that.
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`, `invalid-field` `/outcome`
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
    const recorded = closing.recorded ? 1 : 0
    const status = await statusFor(tx, staff, row, 'close', now)
    if (row.closed_at !== null) {
      if (row.recorded === 1 || row.outcome !== closing.outcome)
        return refuse('wrong-status', await heldBy(tx, row))
      await change(tx, row, { recorded })
    } else {
      mustBeTold(tx, row, closing)
      await unfold(tx, row)
      const ended = await withContact(tx, staff, row, closing, now)
      const closed = { status, closed_at: now, taken_until: null, folded_under: null, ...UNPLANNED }
      const figures = statisticsOf(ended, tx.seal, closing)
      await change(tx, ended, {
        ...closed,
        outcome: closing.outcome,
        recorded,
        ...tx.seal.again(
          ended,
          { ...tx.seal.open(ended), figures, ...(ended !== row && { isTalkTold: true as const }) },
          tx.seal.summary(ended),
        ),
      })
      // closed before a call: its place is another's
      const freed = await giveBackPlace(tx, ended, now)
      if (freed) await bringForward(tx, row.area, freed, now)
    }
    writeDown(tx, staff, 'close', row)
    return rowNow(tx, id)
  })
}
