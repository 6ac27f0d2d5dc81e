/** A coordinator decides that the resident cannot be reached: a decision of a person, never of the clock. */
import type { QueueRow } from '#core/contract/desk.ts'
import { LIFE } from '#core/request/life.ts'
import { refuse } from '../../refusal.ts'
import { actOnHeld } from '../acting.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { UNPLANNED } from './made.ts'

/** @throws Refusal `not-found`, `not-yours`, `wrong-status`, also before the rule’s tries were made */
export const unreachable = (deps: Deps, staff: Coordinator, id: string): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'unreachable', async (tx, row) =>
    LIFE.unreachable.suits({ ...row, ...tx.seal.summary(row) }) ? UNPLANNED : refuse('wrong-status'),
  )
