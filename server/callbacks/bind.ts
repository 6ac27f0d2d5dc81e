/** Binds the promise: takes a place in the transaction that stores the request. */
import type { HalfDay } from '#core/request/half-day.ts'
import { calendarOf, onDuty, placesOf } from '../promise/calendar.ts'
import { addDays, localTime } from '../promise/local-time.ts'
import { type Bound, bind, type CallDay, candidates, HORIZON_DAYS, promise } from '../promise/promise.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Tx, View } from '../store/store.ts'
import type { Deps } from './deps.ts'

export type Binding = Bound & { callers: { firstName: string; title: string }[] }

const factsFrom = (view: View, area: string, day: string) =>
  view.place.callFacts(area, day, addDays(day, HORIZON_DAYS))

/** Where a request is called from, and what the promise must mind. */
type PromiseAsked = {
  area: string
  station: string
  /**
   * false for a request that is folded under another: it is served by that one's call, and its sender sees the promise
   * that anybody would see
   */
  claims: boolean
  /** half-days in which alone contact is safe; none: any time of the day */
  safe: readonly HalfDay[]
}

export async function bindPromise(
  tx: Tx,
  now: number,
  { area, station, claims, safe }: PromiseAsked,
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
      promise(now, calendarOf(facts, station, new Map(used.map((row) => [row.day, row.used]))), safe),
    )
  }
  const passed: CallDay[] = []
  const calendar = calendarOf(facts, station, new Map())
  for (const candidate of candidates(now, calendar, safe)) {
    passed.push(candidate)
    if (await tx.capacity.claim(area, candidate.day, placesOf(facts, candidate.day)))
      return withCallers(bind(now, { passed, chosen: candidate, calendar, safe }))
  }
  const bound = bind(now, { passed, calendar, safe })
  await tx.capacity.force(area, bound.promise.day)
  return withCallers(bound)
}

/** The place is free for another, unless a call was tried or the day is over. */
export async function giveBackPlace(tx: Tx, row: RequestRow, now: number): Promise<void> {
  const unused = row.first_attempt_at === null && row.folded_under === null
  if (unused && row.promise_day >= localTime(now).day) await tx.capacity.giveBack(row.area, row.promise_day)
}

/** Tells the administrator, once it is stored, of a promise that is later than the next day of calling. */
export function tellWhenLate({ log }: Pick<Deps, 'log'>, { late, overbooked }: Bound, area: string): void {
  if (late) log?.(overbooked ? 'promise-without-room' : 'promise-late', { area })
}

/** The end of an area's calls on a day (local `HH:MM`), or nothing when the area does not call then. */
export async function callByOn(view: View, area: string, station: string, day: string) {
  const facts = await factsFrom(view, area, day)
  return calendarOf(facts, station, new Map()).hours(day)?.callBy
}

/** Who may call on a day. */
export async function callersOn(view: View, area: string, day: string): Promise<Binding['callers']> {
  const facts = await factsFrom(view, area, day)
  return onDuty(facts, day).map(({ first_name, title }) => ({ firstName: first_name, title }))
}
