/** One request, one caller. */
import type { QueueRow } from '#core/contract/desk.ts'
import { holdOf, isOnlyHeldLonger, LIFE, nextStatus, type Status } from '#core/request/life.ts'
import { refuse } from '../refusal.ts'
import { Overtaken, type RequestRow } from '../store/requests.ts'
import type { Tx } from '../store/store.ts'
import { find, heldBy, heldUntil, LEASE_MS, writeDown } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'
import { rowNow } from './rows.ts'

/** @throws Refusal `already-taken` with the first name of who has it, or `wrong-status` */
async function lost(tx: Tx, staff: Coordinator, id: string, now: number): Promise<never> {
  const row = await find(tx, staff, 'request.take', id)
  const code = nextStatus(row.status as Status, 'take') ? 'already-taken' : 'wrong-status'
  const held = { holder: row.taken_by ?? undefined, until: row.taken_until ?? undefined }
  if (code === 'already-taken' && holdOf(held, staff.person, now) !== 'other')
    throw new Overtaken('changed meanwhile')
  return refuse(code, await heldBy(tx, row))
}

/** Nothing changes for anybody else: it was in these hands already, their time had not run out, and it is where it was. */
const isHeldLonger = ({ status, taken_by, taken_until }: RequestRow, staff: Coordinator, now: number) =>
  taken_by === staff.person &&
  isOnlyHeldLonger('take', status as Status, 'mine') &&
  taken_until !== null &&
  taken_until > now

/**
 * Takes a request that nobody has, or whose holder has let the half hour pass. Taken again by its holder it is
 * only held longer.
 * @throws Refusal `not-found`, `already-taken`, `wrong-status`; both with the first name of who has it
 */
export function take({ store, clock }: Deps, staff: Coordinator, id: string): Promise<QueueRow> {
  return store.record(staff.organisation, async (tx) => {
    const now = clock.now()
    const row = await find(tx, staff, 'request.take', id)
    const taken = await tx.requests.take(row, {
      person: staff.person,
      area: row.area,
      now,
      // what one has planned oneself stays held until its time
      until: row.taken_by === staff.person ? heldUntil(row, now) : now + LEASE_MS,
      next: LIFE.take.next,
    })
    if (!taken) return lost(tx, staff, id, now)
    if (!isHeldLonger(row, staff, now)) writeDown(tx, staff, 'take', row)
    return rowNow(tx, id)
  })
}
