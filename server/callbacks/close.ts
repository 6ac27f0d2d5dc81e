/** The end of a request: its outcome, whether it is recorded in the client system, and its row of statistics. */
import type { ActBody, QueueRow } from '#core/contract/desk.ts'
import { refuse } from '../refusal.ts'
import { statisticsOf } from '../statistics/row.ts'
import { change, find, heldBy, statusFor, writeDown } from './acting.ts'
import { giveBackPlace } from './bind.ts'
import type { Coordinator, Deps } from './deps.ts'
import { oneNumberAtATime, unfold } from './fold.ts'
import { bringForward } from './forward.ts'
import { rowNow } from './rows.ts'

/**
 * Closes a request that one holds. A closed one that was not recorded yet can be closed again, by anybody of the area and
 * with the same outcome, to say that it now is: erasure waits for that.
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`
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
      await unfold(tx, row)
      const closed = { status, closed_at: now, taken_until: null, folded_under: null }
      const figures = statisticsOf(row, tx.seal, closing)
      await change(tx, row, {
        ...closed,
        outcome: closing.outcome,
        recorded,
        ...tx.seal.again(row, { ...tx.seal.open(row), figures }, tx.seal.summary(row)),
      })
      // closed before a call: its place is another's
      const freed = await giveBackPlace(tx, row, now)
      if (freed) await bringForward(tx, row.area, freed, now)
    }
    writeDown(tx, staff, 'close', row)
    return rowNow(tx, id)
  })
}
