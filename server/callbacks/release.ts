/** Lets a request go: it waits again, with the promise it had. */
import type { QueueRow } from '#core/contract/desk.ts'
import { actOnHeld, type Change } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'

export const FREE: Change = { taken_by: null, taken_at: null, taken_until: null }

/** @throws Refusal `not-found`, `wrong-status`, `not-yours` */
export const release = (deps: Deps, staff: Coordinator, id: string): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'release', async () => FREE)
