/** More than two open requests from one number are shown as one row: never dropped, and the sender sees no difference. */
import type { RequestRow } from '../store/requests.ts'
import type { Tx } from '../store/store.ts'

/** So many from one number stand in sight, each on its own. */
const IN_SIGHT = 2

type Folding = Pick<RequestRow, 'id' | 'phone_index' | 'folded_under' | 'promise_day'>

/** Acts on one number's requests come one at a time: two at once would each take the other for the last. */
export async function oneNumberAtATime(tx: Tx, phoneIndex: string | null): Promise<void> {
  if (phoneIndex !== null) await tx.alone(`phone ${phoneIndex}`)
}

/** The request under which a new one from the number is folded: the oldest open one in sight in the same area. */
export async function headFor(tx: Tx, phoneIndex: string | null, area: string): Promise<string | null> {
  if (phoneIndex === null) return null
  const open = await tx.queue.openFrom(phoneIndex)
  if (open.length < IN_SIGHT) return null
  return open.find((row) => row.area === area && row.folded_under === null)?.id ?? null
}

/** The number of a request was wrong: those under it are let go, and it stands in sight, on its own. */
export async function leaveNumber(tx: Tx, row: Folding & { area: string }): Promise<null> {
  await unfold(tx, row)
  if (row.folded_under !== null) await tx.capacity.force(row.area, row.promise_day)
  return null
}

/** A request leaves the queue: the oldest of those folded under it comes in sight, the others under that one. */
export async function unfold(tx: Tx, { id }: Folding): Promise<void> {
  const [head, ...rest] = await tx.queue.foldedUnder(id)
  if (!head) return
  await tx.queue.fold([head.id], null)
  await tx.queue.fold(
    rest.map((row) => row.id),
    head.id,
  )
  await tx.capacity.force(head.area, head.promise_day) // now it needs a call of its own
}
