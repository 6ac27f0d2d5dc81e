/** What every act of a coordinator has in common: found, allowed, mine, may follow, written down. */
import type { QueueRow } from '#core/contract/desk.ts'
import {
  type Act,
  type DeskAct,
  holdOf,
  isInHands,
  LIFE,
  nextStatus,
  type Status,
} from '#core/request/life.ts'
import { type Action, authorize } from '../identity/authorize.ts'
import { refuse } from '../refusal.ts'
import { Overtaken, type RequestRow } from '../store/requests.ts'
import type { Tx, View } from '../store/store.ts'
import type { Coordinator, Deps } from './deps.ts'
import { rowNow } from './rows.ts'

/** After this long without anything done, a taken request may be taken by another. */
export const LEASE_MS = 30 * 60_000

/** So long a hold lasts that something is done upon now: a try that is planned is held until its time has passed. */
export const heldUntil = ({ try_until }: Pick<RequestRow, 'try_until'>, now: number): number =>
  Math.max(now, try_until ?? now) + LEASE_MS

export type Change = Partial<Omit<RequestRow, 'id' | 'version' | 'binding'>>

/** @throws Refusal `not-found`, also for what the subject may not see: it cannot be told whether it exists */
export async function find(view: View, staff: Coordinator, action: Action, id: string): Promise<RequestRow> {
  const row = await view.requests.find(id)
  if (!row || !authorize(staff, action, { organisation: view.organisation, area: row.area }))
    return refuse('not-found')
  return row
}

/** Why this person may: the area is theirs, or they lead all areas. */
export const groundOf = (staff: Coordinator, area: string): string =>
  staff.areas.includes(area) ? 'own-area' : 'lead'

/** Who has it, or had it when it was closed: told with a refusal. */
export async function heldBy(tx: Tx, { taken_by }: Pick<RequestRow, 'taken_by'>): Promise<{ by?: string }> {
  const holder = taken_by === null ? undefined : await tx.people.caller(taken_by)
  return holder ? { by: holder.first_name } : {}
}

/** @throws Refusal `wrong-status` */
export const statusAfter = (row: Pick<RequestRow, 'status'>, act: Act): Status =>
  nextStatus(row.status as Status, act) ?? refuse('wrong-status')

/**
 * What must not be written twice is written only upon the version its writer saw.
 * @throws Refusal `wrong-status`
 */
export function asSeen({ version }: Pick<RequestRow, 'version'>, seen: number | undefined): void {
  if (seen !== undefined && seen !== version) refuse('wrong-status')
}

/**
 * What follows an act of a coordinator upon a request as it is held.
 * @throws Refusal `not-yours`, with the holder's first name when another holds it; `wrong-status`
 */
export async function statusFor(
  tx: Tx,
  staff: Coordinator,
  row: RequestRow,
  act: DeskAct,
  now: number,
): Promise<Status> {
  const held = { holder: row.taken_by ?? undefined, until: row.taken_until ?? undefined }
  const hold = holdOf(held, staff.person, now)
  const isTheirs = isInHands(act, row.status as Status, hold)
  if (!isTheirs && hold !== 'free') refuse('not-yours', await heldBy(tx, row))
  const next = statusAfter(row, act)
  return isTheirs ? next : refuse('not-yours')
}

export async function change(tx: Tx, row: RequestRow, patch: Change): Promise<RequestRow> {
  const changed = await tx.requests.change(row, patch)
  if (!changed) throw new Overtaken('changed meanwhile')
  return changed
}

/** Writes the act into both logs. */
export function writeDown(
  tx: Tx,
  staff: Coordinator,
  act: DeskAct,
  { id, area }: { id: string; area: string },
) {
  tx.events.add(LIFE[act].event, { request: id, area, actor: staff.person })
  tx.access.add({
    person: staff.person,
    action: `request.${act}`,
    request: id,
    area,
    ground: groundOf(staff, area),
  })
}

/** `follows`: what happened by it as well, and is written down after it. */
type OnHeld = (tx: Tx, row: RequestRow, now: number, follows: (act: DeskAct) => void) => Promise<Change>

/**
 * An act upon an open request: changes the row, and prolongs the hold when it is the holder's.
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`
 */
export function actOnHeld(
  { store, clock }: Deps,
  staff: Coordinator,
  id: string,
  act: DeskAct,
  does: OnHeld,
): Promise<QueueRow> {
  return store.record(staff.organisation, async (tx) => {
    const now = clock.now()
    const row = await find(tx, staff, `request.${act}`, id)
    const status = await statusFor(tx, staff, row, act, now)
    const acts: DeskAct[] = [act]
    const patch = await does(tx, row, now, (next) => void acts.push(next))
    const isHolder = row.taken_by === staff.person && row.closed_at === null
    const held = isHolder && { taken_until: heldUntil({ ...row, ...patch }, now) }
    await change(tx, row, { status, ...held, ...patch })
    for (const one of acts) writeDown(tx, staff, one, row)
    return rowNow(tx, id)
  })
}
