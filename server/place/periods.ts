/** What holds from a day to a day: pure, of one thing (an area, the hours of a station) at a time. */
import { addDays } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'

/** `to`: the first day on which it no longer holds; null: until somebody says otherwise. */
export type Span = { from: string; to: string | null }
export type Period<Value> = Span & { value: Value }

const holds = ({ from, to }: Span, day: string) => from <= day && (to === null || day < to)

/** The last day of a span as people say it. */
export const lastDayOf = ({ to }: Span): string | null => (to === null ? null : addDays(to, -1))

export const holding = <Value>(periods: readonly Period<Value>[], day: string): Period<Value> | undefined =>
  periods.find((period) => holds(period, day))

export const overlap = (a: Span, b: Span): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)

/** The part of a span from a day on; nothing when it is over by then. */
export const since = (span: Span, day: string): Span | undefined =>
  span.to !== null && span.to <= day ? undefined : { from: span.from < day ? day : span.from, to: span.to }

/** The first day of a span that none of the others holds; nothing when they hold all of it. */
export function firstGap(span: Span, others: readonly Span[]): string | undefined {
  let day = span.from
  for (const other of [...others].sort((a, b) => a.from.localeCompare(b.from))) {
    if (!holds(other, day)) continue
    if (other.to === null) return undefined
    day = other.to
  }
  return span.to !== null && day >= span.to ? undefined : day
}

/**
 * Another value from a day on: what held is cut there, and goes on after a last day where one is said.
 * @param instead what was planned for the days is given up
 * @throws Refusal with the field, when something else is planned for these days
 */
export function setPeriod<Value>(
  periods: readonly Period<Value>[],
  next: Period<Value>,
  instead = false,
): Period<Value>[] {
  const planned = periods.filter((one) => one.from > next.from && overlap(one, next))
  const [first] = planned
  if (first && !instead)
    refuse('invalid-field', {
      ...{ field: '/validTo', reason: 'planned' },
      detail: `Something else is planned from ${first.from} on: let this end before it, or say that it comes instead.`,
    })
  const cut = periods
    .filter((one) => one.from < next.from)
    .map((one) => (overlap(one, next) ? { ...one, to: next.from } : one))
  // what held before a passing change holds again after it
  const before = periods.findLast((one) => overlap(one, next) && one.from <= next.from)
  const last = planned.at(-1) ?? before
  const after =
    next.to !== null && last && (last.to === null || last.to > next.to) ? [{ ...last, from: next.to }] : []
  const later = periods.filter((one) => one.from > next.from && !overlap(one, next))
  return [...cut, next, ...after, ...later]
}

/**
 * Nothing holds from a day on.
 * @param to the first day on which it no longer holds
 * @returns nothing, when nothing would have held then anyway
 */
export function endPeriods<Value>(
  periods: readonly Period<Value>[],
  to: string,
): Period<Value>[] | undefined {
  if (!periods.some((one) => one.to === null || one.to > to)) return undefined
  return periods
    .filter(({ from }) => from < to)
    .map((one) => (one.to === null || one.to > to ? { ...one, to } : one))
}
