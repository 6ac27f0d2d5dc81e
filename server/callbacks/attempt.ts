/** A try to reach the resident. The first one keeps the promise. */
import type { Static } from 'typebox'
import type { Attempt, QueueRow } from '#core/contract/desk.ts'
import { actOnHeld } from './acting.ts'
import type { Deps, Staff } from './deps.ts'

/** @throws Refusal `not-found`, `wrong-status`, `not-yours` */
export const attempt = (
  deps: Deps,
  staff: Staff,
  id: string,
  { way, result }: Static<typeof Attempt>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, {
    act: 'attempt',
    type: 'attempt-made',
    does: async (tx, row, _next, now) => {
      const number = row.attempts + 1
      await tx.attempts.add({ request: id, number, at: now, person: staff.person, way, result })
      return { attempts: number, first_attempt_at: row.first_attempt_at ?? now }
    },
  })
