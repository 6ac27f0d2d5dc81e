/**
 * What may be told of a count. A number under five is not said; every other is said as a multiple of five. So a difference of any
 * two numbers that are told (a total and its part, two tables, a month and its weeks, yesterday's and today's) is none or at
 * least five, and from a total and its other parts nobody reckons the one that is not said. Pure.
 */

import type { Few, FiguresLine, Minutes, PeriodFigures } from '#core/contract/statistics.ts'
import {
  CONTACTS,
  DIMENSIONS,
  type Dimension,
  ENDINGS,
  FIRST_TRIES,
  PROMISES,
  WAYS_TO_DIVIDE,
} from '#core/request/counted.ts'
import type { CountOf, Measures, Tally } from './tally.ts'

export const LEAST = 5
/** A median of fewer would be somebody's. */
const LEAST_OF_MEDIAN = 10

const toFive = (count: number) => Math.round(count / LEAST) * LEAST

/** A count that stands alone. */
export const few = (count: number): Few => (count < LEAST ? null : toFive(count))

/** Each of so many parts would have at least so many, if all are known to be under five. */
const leastOfEach = (whole: number, parts: number) => whole - 2 - (LEAST - 1) * (parts - 1)

/** Many parts that are all under five, and few ways in which they can be: the greatest is told as five, or each would be known. */
function oneOfMany(counts: readonly number[], whole: number): Few[] {
  const greatest = leastOfEach(whole, counts.length) > 2 ? counts.indexOf(Math.max(...counts)) : undefined
  return counts.map((_, at) => (at === greatest ? LEAST : null))
}

/**
 * Parts of a whole, told so that they add up to what is told of it: each is rounded down, and what is left of the whole goes to
 * those that lost most. Parts under five are rounded as one.
 * @param whole what is told of all together
 */
export function parts(counts: readonly number[], whole: Few): Few[] {
  if (whole === null) return counts.map(() => null)
  if (counts.every((count) => count < LEAST)) return oneOfMany(counts, whole)
  const small = counts.reduce((sum, count) => sum + (count < LEAST ? count : 0), 0)
  const shares = [...counts.map((count) => (count < LEAST ? 0 : count)), small]
  const down = shares.map((count) => Math.floor(count / LEAST))
  const left = whole / LEAST - down.reduce((sum, units) => sum + units, 0)
  const lost = shares
    .map((count, at) => ({ at, rest: count % LEAST }))
    .filter(({ rest }) => rest > 0)
    .sort((one, other) => other.rest - one.rest)
  const raised = new Set(lost.slice(0, Math.max(0, left)).map(({ at }) => at))
  return counts.map((count, at) =>
    count < LEAST ? null : ((down[at] ?? 0) + (raised.has(at) ? 1 : 0)) * LEAST,
  )
}

/** How many came on each day of a week: of what is told of it as ended and as open, and so of nothing that is not told. */
export const weekdaysTold = (
  counts: readonly number[],
  { count, open }: Pick<PeriodFigures, 'count' | 'open'>,
) => parts(counts, count === null && open === null ? null : (count ?? 0) + (open ?? 0))

const divided = <Name extends string>(names: readonly Name[], counts: CountOf, whole: Few) => {
  const told = parts(
    names.map((name) => counts.get(name) ?? 0),
    whole,
  )
  return Object.fromEntries(names.map((name, at) => [name, told[at] ?? null])) as Record<Name, Few>
}

const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0)

/** The value below which this share of them lies, by the nearest rank. */
export function quantile(values: ReadonlyMap<number, number>, share: number): number {
  const rank = Math.ceil(share * sum(values.values()))
  let seen = 0
  for (const [value, count] of [...values].sort(([one], [other]) => one - other)) {
    seen += count
    if (seen >= rank) return value
  }
  return 0
}

function minutes(values: ReadonlyMap<number, number>): Minutes {
  if (sum(values.values()) < LEAST_OF_MEDIAN) return null
  return { median: toFive(quantile(values, 0.5)), p90: toFive(quantile(values, 0.9)) }
}

function measures(measured: Measures, whole: Few) {
  const reached = sum(measured.toContact.values())
  return {
    promise: divided(PROMISES, measured.promise, whole),
    firstTry: divided(FIRST_TRIES, measured.firstTry, whole),
    contact: divided(CONTACTS, measured.contact, whole),
    minutesToAttempt: minutes(measured.toAttempt),
    minutesToContact: minutes(measured.toContact),
    attemptsPerReached:
      reached < LEAST_OF_MEDIAN ? null : Math.round((10 * measured.attempts) / reached) / 10,
  }
}

/** The most frequent first; of the same number in the order of their names. */
const byCount = (one: { id: string; count: Few }, other: { id: string; count: Few }) =>
  (other.count ?? 0) - (one.count ?? 0) || one.id.localeCompare(other.id)

function linesOf(dimension: Dimension, lines: Map<string, Measures>, whole: Few): FiguresLine[] {
  const ids = [...lines.keys()].sort()
  const counts = ids.map((id) => lines.get(id)?.count ?? 0)
  const isDivision = (WAYS_TO_DIVIDE as readonly string[]).includes(dimension)
  const told = isDivision ? parts(counts, whole) : counts.map(few)
  const found = ids.flatMap((id, at) => {
    const measured = lines.get(id)
    const count = told[at] ?? null
    return measured && count !== null ? [{ id, count, ...measures(measured, count) }] : []
  })
  return dimension === 'hour' ? found.sort((a, b) => Number(a.id) - Number(b.id)) : found.sort(byCount)
}

/** Everything that is told of a period. */
export function protect(
  tally: Tally,
  open: number,
): Omit<PeriodFigures, 'period' | 'kind' | 'from' | 'to' | 'countedAt' | 'over' | 'together'> {
  const count = few(tally.all.count)
  const endings = parts(
    ENDINGS.map((id) => tally.endings.get(id) ?? 0),
    count,
  )
  return {
    count,
    open: few(open),
    ...measures(tally.all, count),
    failureDemand: few(tally.failureDemand),
    endings: ENDINGS.map((id, at) => ({ id, count: endings[at] ?? null })),
    dontKnow: [...tally.dontKnow]
      .map(([id, count]) => ({ id, count: few(count) }))
      .filter(({ count }) => count !== null)
      .sort(byCount),
    lines: Object.fromEntries(
      DIMENSIONS.map((name) => [name, linesOf(name, tally.lines[name], count)]),
    ) as PeriodFigures['lines'],
  }
}
