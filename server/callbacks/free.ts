/** Who leads lets a colleague's request wait for the others: the colleague fell ill, or went home. */
import type { QueueRow } from '#core/contract/desk.ts'
import { actOnHeld } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'
import { FREE } from './release.ts'

/** @throws Refusal `not-found`, also to who leads nothing; `wrong-status` */
export const free = (deps: Deps, staff: Coordinator, id: string): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'free', async () => FREE)
