/** Hands a request over to another area, lane or colleague: it waits there, or is in their hands, keeps its promise, and says why it came. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { LIFE } from '#core/request/life.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import type { Tx } from '../store/store.ts'
import { type Change, change, find, statusFor, writeDown } from './acting.ts'
import { placesHeld } from './bind.ts'
import type { Coordinator, Deps } from './deps.ts'
import { oneNumberAtATime, unfold } from './fold.ts'
import { bringForward } from './forward.ts'
import { mustSuit } from './lane.ts'
import { handedOver } from './reading/hand-over.ts'
import { FREE } from './release.ts'
import { rowNow } from './rows.ts'
import { UNPLANNED } from './tries/made.ts'

/** A colleague may have other things in hand when it comes: longer than what one takes oneself, and still not for ever. */
const HANDED_MS = 2 * 60 * 60_000

/** @throws Refusal `invalid-field` `/person`: who looks after no such area today, or is away */
async function inHandsOf(tx: Tx, person: string, area: string, now: number): Promise<Change> {
  const { day } = localTime(now)
  const { staff, standIns } = await tx.place.callFacts(area, day, day)
  const isThere = [...staff, ...standIns].some((one) => one.person === person)
  const isAway = (await tx.place.awayOn(day)).some((one) => one.person === person)
  if (isAway || !isThere)
    refuse('invalid-field', {
      field: '/person',
      detail: `${person} does not look after ${area} today: name somebody who does, or nobody.`,
    })
  return {
    status: LIFE.take.next.waiting,
    taken_by: person,
    taken_at: now,
    taken_until: now + HANDED_MS,
  }
}

/**
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`, `invalid-field` for an area, a person or a lane that is not there,
 * `other-register` for a lane whose requests are recorded in the other one
 */
export function transfer(
  { store, clock }: Deps,
  staff: Coordinator,
  id: string,
  to: ActBody<'transfer'>,
): Promise<QueueRow> {
  return store.record(staff.organisation, async (tx) => {
    const now = clock.now()
    const before = await find(tx, staff, 'request.transfer', id)
    // only whoever may hand it over is told which areas there are
    const { day } = localTime(now)
    const areas = await tx.place.areas(day)
    if (!areas.some(({ area }) => area === to.area)) refuse('invalid-field', { field: '/area' })
    await oneNumberAtATime(tx, before.phone_index)
    const row = await find(tx, staff, 'request.transfer', id)
    const status = await statusFor(tx, staff, row, 'transfer', now)
    if (to.lane !== undefined && to.lane !== row.lane) await mustSuit(tx, row, to.lane, day)
    const held = to.person === undefined ? { ...FREE, status } : await inHandsOf(tx, to.person, to.area, now)
    let freed: string | null = null
    if (row.area !== to.area) {
      await unfold(tx, row)
      if (row.first_attempt_at === null && row.promise_day !== null) {
        const places = placesHeld(tx.seal.summary(row))
        if (row.folded_under === null) await tx.capacity.giveBack(row.area, row.promise_day, places)
        await tx.capacity.force(to.area, row.promise_day, places)
        if (row.folded_under === null) freed = row.promise_day
      }
    }
    const folded_under = row.area === to.area ? row.folded_under : null
    // who calls elsewhere does not keep another's appointment: a time is set anew
    const isUnmet = row.area !== to.area && tx.seal.summary(row).visit !== undefined
    const told = { at: now, by: staff.person, from: row.area, to: to.area, reason: to.reason, isUnmet }
    // where it goes nobody has judged it
    const judged = { aside: null, doubted_at: null, doubt_mac: null }
    const moved = {
      ...held,
      ...judged,
      area: to.area,
      lane: to.lane ?? row.lane,
      folded_under,
      // when somebody else can call they know themselves
      ...(row.area !== to.area && UNPLANNED),
      ...handedOver(tx.seal, row, told),
    }
    await change(tx, row, moved)
    writeDown(tx, staff, 'transfer', row)
    if (row.area !== to.area)
      tx.events.add(LIFE.transfer.event, { request: id, area: to.area, actor: staff.person })
    if (freed !== null && freed >= day) await bringForward(tx, row.area, freed, now)
    return rowNow(tx, id)
  })
}
