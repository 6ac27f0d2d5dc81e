/** A coordinator's note, sealed under the request's own key: it is erased with it. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Tx } from '../store/store.ts'
import { actOnHeld, asSeen } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'

export async function addNote(
  tx: Tx,
  { person }: Coordinator,
  row: RequestRow,
  { text, now }: { text: string; now: number },
): Promise<void> {
  const number = ((await tx.notes.of(row.id)).at(-1)?.number ?? 0) + 1
  const sealed = tx.seal.note(row, number, text)
  await tx.notes.add({ request: row.id, number, at: now, person, sealed })
}

/** @throws Refusal `not-found`, `wrong-status`, `not-yours` */
export const note = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  { text, version }: ActBody<'note'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'note', async (tx, row, now) => {
    asSeen(row, version)
    await addNote(tx, staff, row, { text, now })
    return {}
  })
