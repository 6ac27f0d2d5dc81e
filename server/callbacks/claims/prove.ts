/** A request that came beyond what its network may claim is proven by the resident's browser: it may get its date after all. */
import type { MyRequest } from '#core/contract/callback.ts'
import { safeHalfDays } from '#core/request/half-day.ts'
import { LIFE, nextStatus, type Status } from '#core/request/life.ts'
import { localTime } from '../../promise/local-time.ts'
import { refuse } from '../../refusal.ts'
import { isProven } from '../../seal/proof.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { Tx } from '../../store/store.ts'
import { type Change, change } from '../acting.ts'
import { bindingSummary, bindPromise, promiseColumns, unbound } from '../bind.ts'
import type { Deps } from '../deps.ts'
import { meeting, meetingFor } from '../meeting.ts'
import { findMine, myView, type RequestAccess } from '../mine.ts'
import { mayClaim, type Network, senderOf } from './sender.ts'

/** Columns of a request that stands aside no more: with a date where its network may have one more, else in its order. */
async function dated(
  tx: Tx,
  row: RequestRow,
  network: Network,
  { now, scale }: { now: number; scale: number },
): Promise<Change | undefined> {
  const { contact, ...contents } = tx.seal.open(row)
  const summary = unbound(tx.seal.summary(row))
  const { forReserve = false, heavy = [] } = summary
  const sender = senderOf(tx, network, localTime(now).day)
  const binding = await bindPromise(tx, now, {
    area: row.area,
    station: row.station,
    claims: true,
    safe: safeHalfDays(contact),
    forReserve,
    heavy,
    mayClaim: mayClaim(tx, { sender, area: row.area, now, isProven: true, scale }),
  })
  if (binding.refused) return undefined
  const { promise, isOrdinary } = binding
  const { forReserve: _spent, ...asEvery } = summary
  const where = { way: contact.way, area: row.area, station: row.station, earliest: promise?.day }
  const stands = isOrdinary ? asEvery : summary
  const told = { ...meeting(stands, await meetingFor(tx, now, where)), ...bindingSummary(binding) }
  return {
    aside: null,
    ...promiseColumns(binding),
    ...tx.seal.again(row, { ...contents, contact }, told),
  }
}

/**
 * @param nonce proves the request itself and no other; where none is asked for, or any more, nothing changes
 * @throws Refusal `not-found`, `gone`; `invalid-field` for a number that proves nothing
 */
export async function prove(
  { store, clock, claimScale = 1, claimFates }: Deps,
  organisation: string,
  which: RequestAccess,
  nonce: string,
  network: Network,
): Promise<MyRequest> {
  const { asked, id, isAsked } = await store.read(organisation, async (view) => {
    const row = await findMine(view, which)
    return { asked: view.seal.proof(row.id), id: row.id, isAsked: row.aside !== null }
  })
  if (isAsked && !(await isProven(asked, id, nonce))) return refuse('invalid-field', { field: '/nonce' })
  // whoever brought it may have had enough already: that true residents prove themselves tells a crowd from a program
  if (isAsked && claimFates) claimFates.proven += 1
  return store.record(organisation, async (tx) => {
    const now = clock.now()
    const row = await findMine(tx, which)
    const next = nextStatus(row.status as Status, 'prove')
    const isAside = row.aside !== null && !tx.seal.isDoubted(row) && next !== undefined
    const patch = isAside ? await dated(tx, row, network, { now, scale: claimScale }) : undefined
    tx.access.add({
      person: 'resident',
      action: 'request.proven',
      request: row.id,
      area: row.area,
      ground: 'own-request',
    })
    if (!patch) return myView(tx, row, now)
    tx.events.add(LIFE.prove.event, { request: row.id, area: row.area })
    return myView(tx, await change(tx, row, patch), now)
  })
}
