/** What has been tried, and when it is tried next. */
import type { TryTime } from '#core/contract/desk.ts'
import { halfDayOf, hoursOf, NOON, type PARTS, safeHalfDays } from '#core/request/half-day.ts'
import type { AttemptResult, TriesMade } from '#core/request/tries.ts'
import { calendarOf } from '../../promise/calendar.ts'
import { addDays, instantOf, localTime, weekdayOf } from '../../promise/local-time.ts'
import { hoursAgreedOn, nextTries } from '../../promise/next-try.ts'
import { HORIZON_DAYS } from '../../promise/promise.ts'
import { isWorkingDay } from '../../promise/working-day.ts'
import { refuse } from '../../refusal.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { Tx, View } from '../../store/store.ts'
import type { Change } from '../acting.ts'

const partOf = (time: string): (typeof PARTS)[number] => (time < NOON ? 'morning' : 'afternoon')

/** An attempt that was taken back: it stays in the history, and counts for nothing. */
export const STRUCK = 'struck'

type Written = { number: number; at: number; result: string; way: string }
export const standingOf = <Row extends { result: string }>(attempts: readonly Row[]): Row[] =>
  attempts.filter(({ result }) => result !== STRUCK)

/** @param attempts in the order in which they were written */
export function triedOf(attempts: readonly { at: number; result: string }[]): TriesMade | undefined {
  if (attempts.length === 0) return undefined
  const times = attempts.map(({ at }) => localTime(at))
  return {
    count: attempts.length,
    last: attempts.at(-1)?.result as AttemptResult,
    days: new Set(times.map(({ day }) => day)).size,
    parts: new Set(times.map(({ time }) => partOf(time))).size,
  }
}

const calendarFrom = async (view: View, row: RequestRow, today: string, now: number) =>
  calendarOf(
    await view.place.callFacts(row.area, today, addDays(today, HORIZON_DAYS)),
    row.station,
    new Map(),
    { forReserve: false, now },
  )

/**
 * When it could be tried next, the one that is proposed first.
 * @returns none where the resident told in words alone when contact is safe: a person reads them and decides
 */
export async function triesFor(view: View, row: RequestRow, now: number): Promise<TryTime[]> {
  const { contact } = view.seal.open(row)
  const { window, safeTime } = view.seal.summary(row)
  if (safeTime === 'words') return []
  const { day, time } = localTime(now)
  const calendar = await calendarFrom(view, row, day, now)
  return nextTries(now, calendar, { safe: safeHalfDays(contact), window }, partOf(time))
}

/** When a call that was agreed for a day is due on it; nothing: nobody calls then, or not when contact is safe. */
export async function timeOn(
  view: View,
  row: RequestRow,
  on: string,
  now: number,
): Promise<TryTime | undefined> {
  const { contact } = view.seal.open(row)
  const { window } = view.seal.summary(row)
  const calendar = await calendarFrom(view, row, localTime(now).day, now)
  const safe = safeHalfDays(contact)
  // where none of the wished part of the day is left, the day that was agreed goes before the wish
  return hoursAgreedOn(now, calendar, { safe, window }, on) ?? hoursAgreedOn(now, calendar, { safe }, on)
}

/** Does a planned time lie in one of the half-days in which alone contact is safe? */
function isSafeTime(row: RequestRow, { day, from, by }: TryTime, callBy: string, { seal }: View): boolean {
  const safe = safeHalfDays(seal.open(row).contact)
  if (safe.length === 0) return true
  return safe.some((half) => {
    const { weekday, part } = halfDayOf(half)
    // a morning begins and an afternoon ends with the area's calls: an evening is in no half-day
    const hours = hoursOf(part, callBy)
    return weekday === weekdayOf(day) && hours !== undefined && hours.from <= from && by <= hours.by
  })
}

/** A time that a clock shows. */
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** @throws Refusal `invalid-field`: a time that has gone by, a day on which nobody calls, or one at which contact is not safe */
export async function planned(view: View, row: RequestRow, next: TryTime, now: number): Promise<Change> {
  const wrong = (detail: string) => refuse('invalid-field', { field: '/next', detail })
  const { day: today } = localTime(now)
  if (!TIME.test(next.from) || !TIME.test(next.by)) wrong('`from` and `by` are times of a day, `HH:MM`.')
  const [from, until] = [instantOf(next.day, next.from), instantOf(next.day, next.by)]
  if (from >= until) wrong('The next try ends before it begins: `by` must be later than `from`.')
  if (until <= now) wrong('The next try must not have gone by already.')
  if (next.day > addDays(today, HORIZON_DAYS)) wrong(`The next try must be within ${HORIZON_DAYS} days.`)
  const { closures, hours } = await calendarFrom(view, row, today, now)
  const isClosed = closures.some((closed) => closed.from <= next.day && next.day <= closed.to)
  const callBy = hours(next.day)?.callBy
  if (!isWorkingDay(next.day) || isClosed || callBy === undefined) return wrong('Nobody calls on that day.')
  if (!isSafeTime(row, next, callBy, view))
    wrong('Contact is safe in the half-days alone that the resident chose.')
  return { try_from: from, try_until: until }
}

/** Nothing is planned any more. */
export const UNPLANNED: Change = { try_from: null, try_until: null }

/** An attempt as it is written down. */
export type Made = { person: string; way: RequestWay; result: AttemptResult; at: number }
type RequestWay = ReturnType<View['seal']['summary']>['way']

/** The way that was chosen; a shared phone is called like any other. */
const isAsChosen = (chosen: RequestWay, tried: RequestWay) =>
  chosen === tried || (chosen === 'shared-phone' && tried === 'call')

/** Writes an attempt. @returns what of the request changes by it; the first one in the way that was chosen decides of the promise */
export async function madeOn(tx: Tx, row: RequestRow, { at, ...made }: Made): Promise<Change> {
  const number = ((await tx.attempts.of(row.id)).at(-1)?.number ?? 0) + 1
  await tx.attempts.add({ request: row.id, number, at, ...made })
  // whom one has tried since needs no word that they rang
  const { rangBack, ...summary } = tx.seal.summary(row)
  const beforeAttempt = {
    ...{ tryFrom: row.try_from, tryUntil: row.try_until },
    ...(rangBack !== undefined && { rangBack }),
  }
  const standing = standingOf(await tx.attempts.of(row.id))
  const tried = triedOf(standing)
  const isFirst = isAsChosen(summary.way, made.way) && at < (row.first_attempt_at ?? Infinity)
  return {
    attempts: standing.length,
    ...(isFirst && { first_attempt_at: at }),
    ...tx.seal.again(row, tx.seal.open(row), { ...summary, beforeAttempt, ...(tried && { tried }) }),
  }
}

/** What decided of the promise before it, or an appointment that was set. */
function firstWithout(
  row: RequestRow,
  struck: Written,
  left: readonly Written[],
  { way, appointed }: { way: RequestWay; appointed: readonly number[] },
): number | null {
  if (row.first_attempt_at !== struck.at) return row.first_attempt_at
  const tried = left.filter((one) => isAsChosen(way, one.way as RequestWay)).map(({ at }) => at)
  const times = [...tried, ...appointed]
  return times.length > 0 ? Math.min(...times) : null
}

/** Takes the last attempt back. @returns it, and what of the request changes by that */
export async function struckLast(tx: Tx, row: RequestRow): Promise<{ struck?: Written; change: Change }> {
  const standing = standingOf(await tx.attempts.of(row.id))
  const struck = standing.at(-1)
  if (!struck) return { change: {} }
  await tx.attempts.result(row.id, struck.number, STRUCK)
  const left = standing.slice(0, -1)
  const { tried: _, beforeAttempt, ...summary } = tx.seal.summary(row)
  const { tryFrom = null, tryUntil = null, rangBack } = beforeAttempt ?? {}
  const tried = triedOf(left)
  const { way } = summary
  const visits = way === 'visit' ? (await tx.log.of(row.id)).filter(({ type }) => type === 'visit-set') : []
  const appointed = visits.map(({ at }) => Date.parse(at))
  return {
    struck,
    change: {
      attempts: left.length,
      first_attempt_at: firstWithout(row, struck, left, { way, appointed }),
      ...tx.seal.again(row, tx.seal.open(row), {
        ...summary,
        ...(tried && { tried }),
        ...(rangBack !== undefined && { rangBack }),
      }),
      ...{ try_from: tryFrom, try_until: tryUntil },
    },
  }
}
