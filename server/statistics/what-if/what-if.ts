/** A director's question: the last weeks' requests with another staffing, beside the one of today. */
import { setImmediate } from 'node:timers/promises'
import type { Foreseen, Staffing, WhatIf, WhatIfAsked } from '#core/contract/what-if.ts'
import type { Clock } from '../../clock.ts'
import { addDays, localTime, weekdayOf } from '../../promise/local-time.ts'
import { HORIZON_DAYS } from '../../promise/promise.ts'
import { refuse } from '../../refusal.ts'
import type { Store, View } from '../../store/store.ts'
import { WEEKS_LOOKED_BACK } from '../periods.ts'
import { type Arrivals, arrivalsOf } from './arrivals.ts'
import { foresee, summed } from './foresee.ts'
import { factsWith, placesWith, staffingNow, type UnchangedPlace } from './staffing.ts'

type WhatIfDeps = { store: Store; clock: Clock }

/** Everything that is asked of the store. */
async function known(view: View, today: string) {
  const thisWeek = addDays(today, 1 - weekdayOf(today))
  const first = addDays(thisWeek, -7 * WEEKS_LOOKED_BACK)
  const weeks = await view.counted.told('week', first, addDays(thisWeek, -1))
  const last = addDays(today, HORIZON_DAYS)
  const facts = new Map<string, Awaited<ReturnType<View['place']['callFacts']>>>()
  for (const { area } of await view.place.areas(today))
    facts.set(area, await view.place.callFacts(area, today, last))
  return { weeks, facts, closures: await view.place.closures(first, last), from: first, to: last }
}

type Days = { from: string; to: string }
function foreseen(
  staffing: Staffing,
  place: UnchangedPlace,
  arrivals: readonly Arrivals[],
  { from, to }: Days,
): Foreseen {
  const facts = factsWith(staffing, place, from, to)
  return { staffing, places: placesWith(staffing), ...summed(foresee(facts, arrivals)) }
}

/**
 * Reckoned outside every transaction, and in pieces, so that nobody waits for it.
 * @throws Refusal `invalid-field` when the calls of a day would end before its cut-off
 */
export async function whatIf(
  { store, clock }: WhatIfDeps,
  organisation: string,
  asked: WhatIfAsked,
): Promise<WhatIf> {
  const today = localTime(clock.now()).day
  const { weeks, facts, closures, ...days } = await store.read(organisation, (view) => known(view, today))
  const { staffing: now, place } = staffingNow(facts, today)
  const wanted = { ...now, ...asked }
  if (wanted.callBy < wanted.cutOff) return refuse('invalid-field', { field: '/callBy' })
  const arrivals = arrivalsOf(weeks)
  const whole = { ...place, closures }
  const asItIs = foreseen(now, whole, arrivals, days)
  await setImmediate()
  const asAsked = foreseen(wanted, whole, arrivals, days)
  const [oldest, newest] = [weeks[0], weeks.at(-1)]
  return {
    ...(oldest && newest && { weeks: { count: weeks.length, from: oldest.from, to: newest.to } }),
    arrivals: arrivals.reduce((sum, { count }) => sum + count, 0),
    reserve: place.reserve,
    today: asItIs,
    asked: asAsked,
  }
}
