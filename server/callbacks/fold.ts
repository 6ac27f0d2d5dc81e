/**
 * More than two open requests from one number are shown as one row: never dropped, and the sender sees no difference. A
 * request that one call for all of them could put in danger stands on its own, whatever its number.
 */
import { isAfraid } from '#core/queue/afraid.ts'
import type { Register } from '#core/request/choices.ts'
import { safeTimeOf } from '#core/request/half-day.ts'
import { readable } from '../seal/unreadable.ts'
import { DANGER, ORDINARY } from '../store/claims/kinds.ts'
import { type RequestRow, UNDATED } from '../store/requests.ts'
import { type Contents, registerOf } from '../store/sealing.ts'
import type { Tx } from '../store/store.ts'
import { change } from './acting.ts'

/** So many from one number stand in sight, each on its own. */
const IN_SIGHT = 2

export type FoldFacts = Pick<Contents, 'contact' | 'flags' | 'attention'>

type Folding = Pick<RequestRow, 'id' | 'area' | 'phone_index' | 'folded_under' | 'promise_day'>

/** Acts on one number's requests come one at a time: two at once would each take the other for the last. */
export async function oneNumberAtATime(tx: Tx, phoneIndex: string | null): Promise<void> {
  if (phoneIndex !== null) await tx.alone(`phone ${phoneIndex}`)
}

/** A danger, fear of somebody near, or no time at which a call is surely safe: such a request is never only one of many. */
export const toldOfDanger = ({ contact, flags, attention }: FoldFacts): boolean =>
  flags.length > 0 || isAfraid({ flags, attention }) || contact.safeToCall === false

/** Several people may answer a shared phone, fear must be seen, and a time in which contact is safe needs a row of its own. */
export const standsAlone = ({ contact, flags, attention }: FoldFacts): boolean =>
  contact.way === 'shared-phone' || safeTimeOf(contact) !== undefined || isAfraid({ flags, attention })

/** The same of one that is stored; of one that cannot be opened nothing is known, so that it may not be folded either. */
async function isAlone(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.requests.find(id)
  if (row === undefined) return false
  const told = readable(() => tx.seal.open(row))
  return told === undefined || standsAlone(told)
}

/** Two registers stand under no one row; of one that cannot be opened nothing is known. */
async function mayHead(tx: Tx, id: string, register: Register): Promise<boolean> {
  const row = await tx.requests.find(id)
  const told = row && readable(() => tx.seal.open(row))
  return (
    told !== undefined && !standsAlone(told) && registerOf(tx.seal.summary(row as RequestRow)) === register
  )
}

/** What a new request is folded by. */
type ToFold = { phoneIndex: string | null; area: string; register: Register; told: FoldFacts }

/** The request under which a new one from the number is folded: the oldest open one in sight in the same area and register, if any may. */
export async function headFor(tx: Tx, { phoneIndex, area, register, told }: ToFold): Promise<string | null> {
  if (phoneIndex === null || standsAlone(told)) return null
  const open = await tx.queue.openFrom(phoneIndex)
  if (open.length < IN_SIGHT) return null
  // under one that stands aside nobody would see it
  for (const { id, area: where, folded_under, aside } of open)
    if (where === area && folded_under === null && aside === null && (await mayHead(tx, id, register)))
      return id
  return null
}

/**
 * Whether the sender may have one more place for who comes in sight, which is then counted. Folded, a request has seen the promise that
 * anybody would see and taken none: who brings many in sight by correcting them would else take everybody's days.
 */
export type MayTake = () => Promise<boolean>
const always: MayTake = async () => true

/** What was promised is kept with a place beyond the limit; who waits without a date needs none yet. @returns false when it may not be */
async function needPlace(
  tx: Tx,
  { area, promise_day }: Pick<RequestRow, 'area' | 'promise_day'>,
  mayTake: MayTake,
): Promise<boolean> {
  if (promise_day === null) return true
  if (!(await mayTake())) return false
  await tx.capacity.force(area, promise_day)
  return true
}

/**
 * Those under a request are let go, and it stands in sight, on its own: its number was wrong, or it may not be folded.
 * @returns false when there is no place for it: it stands aside
 */
export async function standInSight(tx: Tx, row: Folding, mayTake: MayTake): Promise<boolean> {
  await unfold(tx, row, mayTake)
  return row.folded_under === null || needPlace(tx, row, mayTake)
}

/** Columns of one whose sender may have no place: kept in its order without a date, beside the queue. */
export const beside = (told: FoldFacts): Partial<RequestRow> => ({
  aside: toldOfDanger(told) ? DANGER : ORDINARY,
  promise_day: null,
  promise_by: null,
  promise_until: UNDATED,
})

/** It comes in sight, and needs a call of its own. @returns false when there is no place for it: it stands aside */
async function bringInSight(
  tx: Tx,
  { id, ...row }: Pick<RequestRow, 'id' | 'area' | 'promise_day'>,
  mayTake: MayTake,
): Promise<boolean> {
  await tx.queue.fold([id], null)
  tx.events.add('folding-changed', { request: id, area: row.area })
  if (await needPlace(tx, row, mayTake)) return true
  const whole = await tx.requests.find(id)
  const told = whole && readable(() => tx.seal.open(whole))
  if (whole && told) await change(tx, whole, beside(told))
  return !told
}

/**
 * A request leaves the queue: the oldest of those folded under it comes in sight, the others under that one. Those of an
 * older day that may not be folded come in sight each on its own.
 */
export async function unfold(
  tx: Tx,
  { id, area, folded_under }: Folding,
  mayTake: MayTake = always,
): Promise<void> {
  if (folded_under !== null) tx.events.add('folding-changed', { request: folded_under, area })
  const left: string[] = []
  let head: string | undefined
  for (const row of await tx.queue.foldedUnder(id)) {
    const alone = await isAlone(tx, row.id)
    if (!alone && head !== undefined) {
      left.push(row.id)
      continue
    }
    // under one that stands aside nobody would see the others
    const isInSight = await bringInSight(tx, row, mayTake)
    if (!alone && isInSight) head = row.id
  }
  if (head !== undefined) await tx.queue.fold(left, head)
}
