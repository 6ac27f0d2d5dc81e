/** Hands a request over to another area or lane: it waits again there, keeps its promise, and says why it came. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { LIFE } from '#core/request/life.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import { change, find, statusFor, writeDown } from './acting.ts'
import { placesHeld } from './bind.ts'
import type { Coordinator, Deps } from './deps.ts'
import { oneNumberAtATime, unfold } from './fold.ts'
import { bringForward } from './forward.ts'
import { mustSuit } from './lane.ts'
import { handedOver } from './reading/hand-over.ts'
import { FREE } from './release.ts'
import { rowNow } from './rows.ts'
import { UNPLANNED } from './tries/made.ts'

/**
 * @throws Refusal `not-found`, `wrong-status`, `not-yours`, `invalid-field` for an area or a lane that is not there,
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
      ...FREE,
      ...judged,
      status,
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
