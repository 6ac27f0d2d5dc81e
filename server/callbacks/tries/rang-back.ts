/** The resident rang back, and whoever answered says so: the holder sees it, and one who was given up waits again. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { actOnHeld, asSeen } from '../acting.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { addNote } from '../note.ts'
import { FREE } from '../release.ts'
import { iso } from '../rows.ts'

/** @throws Refusal `not-found`, `wrong-status` */
export const rangBack = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  { text, version }: ActBody<'rang-back'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'rang-back', async (tx, row, now, follows) => {
    asSeen(row, version)
    if (text !== undefined) {
      await addNote(tx, staff, row, { text, now })
      follows('note')
    }
    const summary = { ...tx.seal.summary(row), rangBack: iso(now) }
    return {
      ...tx.seal.again(row, tx.seal.open(row), summary),
      ...(row.status === 'unreachable' && FREE),
    }
  })
