/** Staff answer a call and walk the conversation with the caller: stored once, and closed, kept or left to wait in the same act. */
import type { AssistedBody } from '#core/contract/assisted.ts'
import type { Receipt } from '#core/contract/callback.ts'
import { LIFE, type Status } from '#core/request/life.ts'
import { refuse } from '../../refusal.ts'
import { Overtaken, type RequestRow } from '../../store/requests.ts'
import type { Tx } from '../../store/store.ts'
import { change, LEASE_MS, writeDown } from '../acting.ts'
import { tellWhenLate } from '../bind.ts'
import { closeHeld } from '../close.ts'
import { phoneOf } from '../code.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { oneNumberAtATime } from '../fold.ts'
import { addNote } from '../note.ts'
import { listen } from '../received/listen.ts'
import { receive, seenBefore } from '../received/receive.ts'
import { madeOn } from '../tries/made.ts'

const REACHED: Status = LIFE.reached.next.taken

/** Taken by who speaks with the caller, who is so reached: no try is planned, and no promise is needed. */
async function holdAsSpoken(tx: Tx, staff: Coordinator, row: RequestRow, now: number): Promise<RequestRow> {
  const { person } = staff
  const until = now + LEASE_MS
  const taken = await tx.requests.take(row, { person, area: row.area, now, until, next: LIFE.take.next })
  if (!taken) throw new Overtaken('changed meanwhile')
  writeDown(tx, staff, 'take', row)
  const { way } = tx.seal.summary(taken)
  const made = await madeOn(tx, taken, { person, way, result: 'answered', at: now })
  writeDown(tx, staff, 'attempt', row)
  const spoken = { ...made, status: REACHED, first_attempt_at: now, reached_at: now }
  const reached = await change(tx, taken, spoken)
  writeDown(tx, staff, 'reached', row)
  return reached
}

/** What follows in the same act. @throws Refusal `invalid-field` `/outcome`, `/worker` */
async function goOn(tx: Tx, staff: Coordinator, told: AssistedBody, now: number): Promise<void> {
  const stored = await tx.requests.find(told.id)
  if (!stored) throw new Overtaken('gone meanwhile')
  if (told.note !== undefined) {
    await addNote(tx, staff, stored, { text: told.note, now })
    writeDown(tx, staff, 'note', stored)
  }
  if (told.ends === 'later') return
  const held = await holdAsSpoken(tx, staff, stored, now)
  if (told.closing) await closeHeld(tx, staff, held, told.closing, now)
}

/** A number is needed where somebody is to ring it. @throws Refusal `invalid-field` */
const numberIn = ({ contact, ends }: AssistedBody): string | undefined =>
  ends === 'later' || contact.phone?.trim() ? phoneOf(contact) : undefined

/**
 * @returns the receipt, whose promise stands there only where one is needed; told again it is the same
 * @throws Refusal `invalid-field` (`/closing`, and those of a resident’s request and of a closing), `already-received`, `gone`, `not-found`
 */
export async function assist(deps: Deps, staff: Coordinator, told: AssistedBody): Promise<Receipt> {
  if ((told.ends === 'closed') !== (told.closing !== undefined))
    refuse('invalid-field', { field: '/closing' })
  const { organisation } = staff
  const { ends, closing, note, ...body } = told
  const heard = await listen(deps, {
    organisation,
    body,
    phone: numberIn(told),
    by: { staff, isNow: ends !== 'later' },
    beside: { ends, closing, note },
  })
  const stored = await deps.store.record(organisation, async (tx) => {
    const asked = heard(tx)
    await oneNumberAtATime(tx, asked.phoneIndex)
    const before = await seenBefore(tx, asked)
    if (before) return { receipt: before }
    const received = await receive(tx, asked)
    await goOn(tx, staff, told, asked.now)
    return received
  })
  if ('binding' in stored && ends === 'later') tellWhenLate(deps, stored.binding, stored.area)
  return stored.receipt
}
