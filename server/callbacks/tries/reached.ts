/** The resident was reached. */
import type { QueueRow } from '#core/contract/desk.ts'
import { actOnHeld, writeDown } from '../acting.ts'
import { plannedOnce } from '../agreed/follow-up.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { madeOn } from './made.ts'

/**
 * Having reached somebody is an attempt too, in the way that was chosen: it keeps the promise if none was written down.
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`
 */
export const reached = (deps: Deps, staff: Coordinator, id: string): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'reached', async (tx, row, now) => {
    const { way } = tx.seal.summary(row)
    const made = await madeOn(tx, row, { person: staff.person, way, result: 'answered', at: now })
    writeDown(tx, staff, 'attempt', row)
    return { ...made, ...(await plannedOnce(tx, row, now)), reached_at: row.reached_at ?? now }
  })
