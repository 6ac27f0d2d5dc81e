/** The resident was reached. */
import type { QueueRow } from '#core/contract/desk.ts'
import { actOnHeld } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'

/**
 * Having reached somebody is an attempt too: it keeps the promise if none was written down.
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`
 */
export const reached = (deps: Deps, staff: Coordinator, id: string): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'reached', async (_tx, row, now) => ({
    reached_at: row.reached_at ?? now,
    first_attempt_at: row.first_attempt_at ?? now,
  }))
