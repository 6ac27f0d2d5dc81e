/** A try to reach the resident. The first one in the way that was chosen keeps the promise. */
import type { Contact } from '#core/contract/callback.ts'
import type { ActBody, QueueRow } from '#core/contract/desk.ts'
import { actOnHeld, asSeen } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'

/** The way that was chosen; a shared phone is called like any other. */
const isAsChosen = (chosen: string, tried: Contact['way']) =>
  chosen === tried || (chosen === 'shared-phone' && tried === 'call')

/** @throws Refusal `not-found`, `wrong-status`, `not-yours` */
export const attempt = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  { way, result, version }: ActBody<'attempt'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'attempt', async (tx, row, now) => {
    asSeen(row, version)
    const number = row.attempts + 1
    await tx.attempts.add({ request: id, number, at: now, person: staff.person, way, result })
    const chosen = tx.seal.summary(row).way
    const first = row.first_attempt_at ?? (isAsChosen(chosen, way) ? now : null)
    return { attempts: number, first_attempt_at: first }
  })
