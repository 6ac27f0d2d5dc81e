/** Counts rows, wherever they lie: those of requests that are kept and those of erased ones are counted by the same words. Pure. */
import type { Channel } from '#core/request/choices.ts'
import type { CONTACTS, Dimension, FIRST_TRIES, PROMISES } from '#core/request/counted.ts'
import { DIMENSIONS, UNASKED } from '#core/request/counted.ts'
import type { FiguresRow } from '../store/statistics.ts'

/** How many have which. */
export type CountOf = Map<string, number>
/** What is measured of some requests. */
export type Measures = {
  count: number
  promise: CountOf
  firstTry: CountOf
  contact: CountOf
  /** office minutes → how many */
  toAttempt: Map<number, number>
  toContact: Map<number, number>
  /** attempts at those who were reached */
  attempts: number
}
export type Tally = {
  all: Measures
  lines: Record<Dimension, Map<string, Measures>>
  endings: CountOf
  dontKnow: CountOf
  failureDemand: number
}

const nothing = (): Measures => ({
  count: 0,
  promise: new Map(),
  firstTry: new Map(),
  contact: new Map(),
  toAttempt: new Map(),
  toContact: new Map(),
  attempts: 0,
})

export const newTally = (): Tally => ({
  all: nothing(),
  lines: Object.fromEntries(DIMENSIONS.map((name) => [name, new Map()])) as Tally['lines'],
  endings: new Map(),
  dontKnow: new Map(),
  failureDemand: 0,
})

const add = <Key>(counts: Map<Key, number>, key: Key) => void counts.set(key, (counts.get(key) ?? 0) + 1)

/** Rows of before calls were counted. */
const UNCHANNELLED: Channel = 'chat'

/** Taken care of, or taken, by who answered the call: reached as it came, and promised nothing. One that is called later has a promise, or is reached later. */
const isAnswered = (row: FiguresRow) =>
  row.channel === 'phone' && row.dated === 0 && row.minutes_to_contact === 0

/** Nobody was to be called any more before anybody had tried. */
const RELEASED = ['withdrawn', 'duplicate']

function promiseOf(row: FiguresRow): (typeof PROMISES)[number] {
  if (row.minutes_to_attempt === null && RELEASED.includes(row.outcome)) return 'released'
  if (isAnswered(row)) return 'answered'
  // rows of before requests without a date had one
  if (row.dated === 0) return 'undated'
  return row.within_promise === 1 ? 'kept' : 'broken'
}
function firstTryOf(row: FiguresRow): (typeof FIRST_TRIES)[number] {
  if (isAnswered(row)) return 'answered'
  return row.minutes_to_attempt === null ? 'untried' : row.same_day === 1 ? 'same-day' : 'later'
}
const contactOf = (row: FiguresRow): (typeof CONTACTS)[number] =>
  row.minutes_to_contact !== null ? 'reached' : row.attempts > 0 ? 'tried' : 'untried'

function measure(into: Measures, row: FiguresRow): void {
  into.count += 1
  add(into.promise, promiseOf(row))
  add(into.firstTry, firstTryOf(row))
  add(into.contact, contactOf(row))
  // who was never waited for would make every time shorter than it is for those who wait
  if (isAnswered(row)) return
  if (row.minutes_to_attempt !== null) add(into.toAttempt, row.minutes_to_attempt)
  if (row.minutes_to_contact === null) return
  add(into.toContact, row.minutes_to_contact)
  into.attempts += row.attempts
}

const listed = (list: string): Set<string> => new Set(JSON.parse(list) as string[])

const valuesOf = (row: FiguresRow): Record<Dimension, Iterable<string>> => ({
  area: [row.area],
  lane: [row.lane],
  hour: [String(row.hour)],
  language: [row.language],
  asker: [row.asker ?? UNASKED],
  segment: [row.segment],
  channel: [row.channel ?? UNCHANNELLED],
  lifeArea: listed(row.life_areas),
})

/** @param areaOf the name under which an area is told of */
export function count(tally: Tally, row: FiguresRow, areaOf: (area: string) => string): void {
  measure(tally.all, row)
  for (const [name, values] of Object.entries(valuesOf({ ...row, area: areaOf(row.area) })))
    for (const value of values) {
      const lines = tally.lines[name as Dimension]
      const line = lines.get(value) ?? nothing()
      lines.set(value, line)
      measure(line, row)
    }
  add(tally.endings, row.outcome)
  for (const step of listed(row.dont_know_steps)) add(tally.dontKnow, step)
  tally.failureDemand += row.failure_demand
}
