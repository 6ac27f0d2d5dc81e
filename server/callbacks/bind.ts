/** Binds the promise: takes a place in the transaction that stores the request. */
import type { Heavy } from '#core/request/choices.ts'
import type { HalfDay } from '#core/request/half-day.ts'
import {
  calendarOf,
  callersOf,
  hoursOn,
  limitOf,
  placesOfDay,
  placesTaken,
  reserveOf,
} from '../promise/calendar.ts'
import { isHeld } from '../promise/held.ts'
import { addDays, localTime } from '../promise/local-time.ts'
import { type Bound, type CallDay, candidates, HORIZON_DAYS, promise, promiseOn } from '../promise/promise.ts'
import type { CallFacts } from '../store/place.ts'
import { type RequestRow, UNDATED } from '../store/requests.ts'
import type { Summary } from '../store/sealing.ts'
import type { Tx, View } from '../store/store.ts'
import type { MayClaim } from './claims/sender.ts'
import type { Deps } from './deps.ts'

export type Binding = Bound & {
  callers: { firstName: string; title: string }[]
  /** how many of the day were taken; absent: none was, or by another's request */
  places?: number
  /** its network has claimed enough of the calendar: it takes no place, however many are left */
  refused?: boolean
  /** it would be one of those for whom places are kept, and its network has had enough of these: it is like every other from now on */
  isOrdinary?: boolean
  /** the first one of the hour, of which the log tells */
  isFirst?: boolean
}

type PromiseColumns = Pick<RequestRow, 'promise_day' | 'promise_by' | 'promise_until'>

const factsFrom = (view: View, area: string, day: string) =>
  view.place.callFacts(area, day, addDays(day, HORIZON_DAYS))

/** Places taken, by day. */
const usedBy = async (view: View, area: string, from: string) =>
  new Map((await view.capacity.used([area], from)).map(({ day, used }) => [day, used]))

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
  /** one of those for whom some places of a day are kept */
  forReserve: boolean
  /** what may make it take two places of a day */
  heavy: readonly Heavy[]
  /** counts one more claim of the sender's network, if it may have one; absent: staff, or the server itself, asks */
  mayClaim?: MayClaim | undefined
}

type Sought = Pick<PromiseAsked, 'forReserve' | 'heavy' | 'mayClaim'>

/** Whether its sender may have one more of the area's places, and one of those that are kept for few. */
async function soughtBy(
  facts: CallFacts,
  today: string,
  { forReserve, heavy, mayClaim }: Sought,
): Promise<{ refused: boolean; forReserve: boolean }> {
  const ofDay = placesOfDay(facts, today, HORIZON_DAYS)
  // where nobody calls there is nothing to claim, and a proof would bring nothing
  if (!mayClaim || ofDay === 0) return { refused: false, forReserve }
  const places = placesTaken(facts, today, heavy)
  if (!(await mayClaim({ ofDay, isReserve: false, places }))) return { refused: true, forReserve }
  // what is kept for few is not one sender's either
  const kept = { ofDay: reserveOf(facts, today), isReserve: true, places }
  return { refused: false, forReserve: forReserve && (await mayClaim(kept)) }
}

/** @returns whether the sender of a request that comes in sight may have a place, which is then counted */
export async function mayHavePlace(
  tx: Tx,
  area: string,
  now: number,
  mayClaim: MayClaim | undefined,
): Promise<boolean> {
  const today = localTime(now).day
  const facts = await factsFrom(tx, area, today)
  return !(await soughtBy(facts, today, { forReserve: false, heavy: [], mayClaim })).refused
}

/** A request that takes no place: kept in its order of coming without a date, and called when there is room. */
export const inOrder = (): Binding => ({ callers: [] })

const bound = (facts: CallFacts, { promise }: Bound): Binding =>
  promise ? { promise, callers: callersOf(facts, promise.day) } : inOrder()

/** @param only one day alone, on which a place is free; absent: the first of all that has room */
export async function bindPromise(
  tx: Tx,
  now: number,
  { area, station, claims, safe, forReserve, heavy, mayClaim }: PromiseAsked,
  only?: string,
): Promise<Binding> {
  if (await isHeld(tx)) return inOrder()
  const today = localTime(now).day
  const facts = await factsFrom(tx, area, today)
  if (!claims) {
    const asker = { forReserve, now }
    const calendar = calendarOf(facts, station, await usedBy(tx, area, today), asker)
    return bound(facts, promise(now, calendar, safe))
  }
  const sought = await soughtBy(facts, today, { forReserve, heavy, mayClaim })
  if (sought.refused) return { ...inOrder(), refused: true }
  const asker = { now, forReserve: sought.forReserve }
  const isOrdinary = forReserve && !sought.forReserve ? { isOrdinary: true as const } : {}
  const passed: CallDay[] = []
  // the first day mostly has room; when it has none, all days are looked at once, however many are full
  let hasRoom = (_day: string, _places: number) => true
  for (const candidate of candidates(now, calendarOf(facts, station, new Map(), asker), safe)) {
    const { day } = candidate
    if (only !== undefined && only !== day) {
      passed.push(candidate)
      continue
    }
    const places = placesTaken(facts, day, heavy)
    const limit = limitOf(facts, day, asker)
    if (hasRoom(day, places) && (await tx.capacity.claim(area, day, limit, places)))
      return { ...bound(facts, { promise: promiseOn(candidate, passed, now) }), places, ...isOrdinary }
    if (passed.length === 0) {
      const taken = await usedBy(tx, area, today)
      hasRoom = (later, wanted) => (taken.get(later) ?? 0) + wanted <= limitOf(facts, later, asker)
    }
    passed.push(candidate)
  }
  return { ...inOrder(), ...isOrdinary }
}

/** Columns of the promise, or of a request that is kept in its order without one. */
export const promiseColumns = ({ promise }: Bound): PromiseColumns => ({
  promise_day: promise?.day ?? null,
  promise_by: promise?.by ?? null,
  promise_until: promise ? Date.parse(promise.until) : UNDATED,
})

/** What is sealed of a binding: when its window opens, how many places of the day it has, and that it is later than the next. */
export const bindingSummary = ({
  promise,
  places,
}: Binding): Pick<Summary, 'from' | 'places' | 'crowded'> => ({
  ...(promise?.from && { from: promise.from }),
  ...(places !== undefined && places > 1 && { places }),
  ...(promise?.crowded && { crowded: true as const }),
})

/** The summary without its binding, before it is bound anew. */
export const unbound = ({ from: _from, places: _places, crowded: _crowded, ...summary }: Summary): Summary =>
  summary

/** How many places of its day a request has. */
export const placesHeld = ({ places = 1 }: Pick<Summary, 'places'>): number => places

/**
 * The place is free for another, unless a call was tried or the day is over.
 * @param summary of the row as it is stored, when `row` tells how it will stand
 * @returns the day on which it became free
 */
export async function giveBackPlace(
  tx: Tx,
  row: RequestRow,
  now: number,
  summary?: Summary,
): Promise<string | undefined> {
  const { area, promise_day: day, first_attempt_at, folded_under } = row
  const isUnused = first_attempt_at === null && folded_under === null
  if (!isUnused || day === null || day < localTime(now).day) return undefined
  await tx.capacity.giveBack(area, day, placesHeld(summary ?? tx.seal.summary(row)))
  return day
}

/** Tells the administrator, once it is stored, of a promise that is later than the next day of calling, or of none. */
export function tellWhenLate({ log }: Pick<Deps, 'log'>, binding: Binding, area: string): void {
  const { promise, refused, isFirst } = binding
  if (isFirst) log?.('claims-refused', { area })
  else if (refused) return
  else if (!promise) log?.('promise-without-room', { area })
  else if (promise.crowded) log?.('promise-late', { area })
}

/** The end of an area's calls on a day (local `HH:MM`), or nothing when the area does not call then. */
export async function callByOn(view: View, area: string, day: string) {
  return hoursOn(await factsFrom(view, area, day), day)?.callBy
}

/** Who may call on a day; of a request without a date nobody can be named. */
export async function callersOn(view: View, area: string, day: string | null): Promise<Binding['callers']> {
  return day === null ? [] : callersOf(await factsFrom(view, area, day), day)
}
