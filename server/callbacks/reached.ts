/** The resident was reached, or a coordinator decides that they cannot be. */
import type { QueueRow } from '#core/contract/desk.ts'
import { refuse } from '../refusal.ts'
import { actOnHeld } from './acting.ts'
import type { Deps, Staff } from './deps.ts'

/** Having reached somebody is an attempt too: it keeps the promise if none was written down. */
export const reached = (deps: Deps, staff: Staff, id: string): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, {
    act: 'reached',
    type: 'request-reached',
    does: async (_tx, row, _next, now) => ({
      reached_at: row.reached_at ?? now,
      first_attempt_at: row.first_attempt_at ?? now,
    }),
  })

/**
 * A decision of a person, never of the clock, and never before anything was tried.
 * @throws Refusal `wrong-status` without an attempt
 */
export const unreachable = (deps: Deps, staff: Staff, id: string): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, {
    act: 'unreachable',
    type: 'request-unreachable',
    does: async (_tx, row) => (row.attempts === 0 ? refuse('wrong-status') : {}),
  })
