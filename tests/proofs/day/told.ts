/** What a page of figures may say of a count: a multiple of five near it, and nothing of less than five. Its own words, not those of the code. */
import type { FiguresPage, PeriodFigures } from '#core/contract/statistics.ts'
import type { RawFigures } from './recorder.ts'

type ToldCount = number | null | undefined

/** @returns a complaint, or nothing */
function near(what: string, told: ToldCount, count: number): string[] {
  if (told === undefined) return count < 5 ? [] : [`${what}: nothing is told of ${count}`]
  // of many parts that are all small the greatest is told as five
  if (told === null) return count < 5 ? [] : [`${what}: hidden, and it is ${count}`]
  const isFair = told % 5 === 0 && Math.abs(told - count) < 5
  return isFair ? [] : [`${what}: told ${told}, and it is ${count}`]
}

const alone = (what: string, told: ToldCount, count: number): string[] => {
  const due = count < 5 ? null : 5 * Math.round(count / 5)
  return told === due ? [] : [`${what}: told ${told}, due ${due}`]
}

/** The value that half, or nine in ten, do not exceed, to the nearest five. */
function rank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return 5 * Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 5)
}

function measured(what: string, told: PeriodFigures['minutesToAttempt'], values: readonly number[]) {
  const due = values.length < 10 ? null : { median: rank(values, 0.5), p90: rank(values, 0.9) }
  return JSON.stringify(told) === JSON.stringify(due)
    ? []
    : [`${what}: told ${JSON.stringify(told)}, due ${JSON.stringify(due)}`]
}

const each = (what: string, told: Record<string, ToldCount>, counts: Record<string, number>) =>
  [...new Set([...Object.keys(told), ...Object.keys(counts)])].flatMap((name) =>
    near(`${what} ${name}`, told[name], counts[name] ?? 0),
  )

const listed = (rows: readonly { id: string; count: ToldCount }[]) =>
  Object.fromEntries(rows.map(({ id, count }) => [id, count]))

/** Where the page and the recorder do not agree. */
export function disagreements({ figures }: FiguresPage, due: RawFigures): string[] {
  if (!figures) return ['Nothing has been counted']
  const perReached = due.toContact.length < 10 ? null : Math.round(10 * due.perReached) / 10
  return [
    ...alone('ended', figures.count, due.count),
    ...alone('open', figures.open, due.open),
    ...alone('failure demand', figures.failureDemand, due.failureDemand),
    ...each('promise', figures.promise, due.promise),
    ...each('first try', figures.firstTry, due.firstTry),
    ...each('contact', figures.contact, due.contact),
    ...each('ending', listed(figures.endings), due.endings),
    ...each('lane', listed(figures.lines.lane), due.lanes),
    ...due.weekdays.flatMap((count, at) => near(`weekday ${at + 1}`, figures.weekdays?.[at], count)),
    // each area has too few people to be told of alone
    ...each('area', listed(figures.lines.area), { together: due.count }),
    ...each('language', listed(figures.lines.language), due.languages),
    ...each('hour', listed(figures.lines.hour), due.hours),
    ...measured('minutes to the first try', figures.minutesToAttempt, due.toAttempt),
    ...measured('minutes to contact', figures.minutesToContact, due.toContact),
    ...(figures.attemptsPerReached === perReached
      ? []
      : [`tries per reached: told ${figures.attemptsPerReached}, due ${perReached}`]),
  ]
}
