/** A coordinator's note, sealed under the request's own key: it is erased with it. */
import type { ActBody, QueueRow } from '#core/contract/desk.ts'
import { actOnHeld, asSeen } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'

/** @throws Refusal `not-found`, `wrong-status`, `not-yours` */
export const note = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  { text, version }: ActBody<'note'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'note', async (tx, row, now) => {
    asSeen(row, version)
    const number = ((await tx.notes.of(id)).at(-1)?.number ?? 0) + 1
    const sealed = tx.seal.note(row, number, text)
    await tx.notes.add({ request: id, number, at: now, person: staff.person, sealed })
    return {}
  })
