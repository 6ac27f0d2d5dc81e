/** Binds the promise: takes a place in the transaction that stores the request. */
import { calendarOf, onDuty, placesOf } from '../promise/calendar.ts'
import { addDays, localTime } from '../promise/local-time.ts'
import { type Bound, bind, type Candidate, candidates, HORIZON_DAYS, promise } from '../promise/promise.ts'
import type { Tx, View } from '../store/store.ts'

export type Binding = Bound & { callers: { firstName: string; title: string }[] }

const factsFrom = (view: View, area: string, day: string) =>
  view.area.callFacts(area, day, addDays(day, HORIZON_DAYS))

/**
 * @param claims false for a request that is folded under another: it is served by that one's call, and its sender sees
 * the promise that anybody would see
 */
export async function bindPromise(
  tx: Tx,
  now: number,
  area: string,
  station: string,
  claims: boolean,
): Promise<Binding> {
  const today = localTime(now).day
  const facts = await factsFrom(tx, area, today)
  const withCallers = (bound: Bound): Binding => ({
    ...bound,
    callers: onDuty(facts, bound.promise.day).map(({ first_name, title }) => ({
      firstName: first_name,
      title,
    })),
  })
  if (!claims) {
    const used = await tx.capacity.used([area], today)
    return withCallers(
      promise(now, calendarOf(facts, station, new Map(used.map((row) => [row.day, row.used])))),
    )
  }
  const passed: Candidate[] = []
  for (const candidate of candidates(now, calendarOf(facts, station, new Map()))) {
    passed.push(candidate)
    if (await tx.capacity.claim(area, candidate.day, placesOf(facts, candidate.day)))
      return withCallers(bind(now, passed, candidate))
  }
  const bound = bind(now, passed, undefined)
  await tx.capacity.force(area, bound.promise.day)
  return withCallers(bound)
}

/** Who may call on a day. */
export async function callersOn(view: View, area: string, day: string): Promise<Binding['callers']> {
  const facts = await factsFrom(view, area, day)
  return onDuty(facts, day).map(({ first_name, title }) => ({ firstName: first_name, title }))
}
