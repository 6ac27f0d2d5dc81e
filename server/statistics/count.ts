/**
 * Counts whole months and weeks anew: requests that are closed and not yet erased, erased ones that wait to be moved, and those that
 * were moved, each once. What is told of them is kept apart, so that a page opens nothing that is sealed.
 */

import type { FiguresPeriod, PeriodFigures } from '#core/contract/statistics.ts'
import { TOGETHER } from '#core/request/counted.ts'
import { addDays, localTime, weekdayOf } from '../promise/local-time.ts'
import { readable } from '../seal/unreadable.ts'
import type { ClosedCursor, MovedCursor } from '../store/counted.ts'
import type { FiguresRow } from '../store/statistics.ts'
import type { Store, View } from '../store/store.ts'
import { daysKeptFrom, periodsBetween, periodsWith, WEEKS_LOOKED_BACK } from './periods.ts'
import { protect, weekdaysTold } from './protect.ts'
import { count, newTally } from './tally.ts'
import { together } from './together.ts'

/** Rows of a page, in which nobody waits long. */
const PAGE = 500

type Kept = {
  /** of closed requests, and of erased ones that wait */
  sealed: FiguresRow[]
  /** the days on which open ones came */
  open: string[]
}

/** Of closed requests that are kept: what will be counted of each, and nothing else that it says, is looked at. */
async function closedOnes({ counted, seal }: View): Promise<FiguresRow[]> {
  const found: FiguresRow[] = []
  for (const recorded of [1, 0] as const)
    for (let after: ClosedCursor | undefined; ; ) {
      const page = await counted.closed(recorded, after, PAGE)
      // one that cannot be opened is counted nowhere, neither when it is erased
      found.push(...page.flatMap((row) => readable(() => seal.open(row))?.figures ?? []))
      const last = page.at(-1)
      if (page.length < PAGE || !last) break
      after = { closedAt: last.closed_at ?? 0, id: last.id }
    }
  return found
}

async function waitingOnes({ statistics }: View): Promise<FiguresRow[]> {
  const found: FiguresRow[] = []
  for (let after = ''; ; ) {
    const page = await statistics.waiting(after, PAGE)
    found.push(...page.flatMap(({ figures }) => figures ?? []))
    const last = page.at(-1)?.id
    if (page.length < PAGE || last === undefined) return found
    after = last
  }
}

/** All in one moment: what is erased meanwhile is here as closed or as waiting, and never as both. */
const whatIsKept = (store: Store, organisation: string): Promise<Kept> =>
  store.read(organisation, async (view) => ({
    sealed: [...(await closedOnes(view)), ...(await waitingOnes(view))],
    open: (await view.counted.openSince()).map((at) => localTime(at).day),
  }))

/** What was moved is changed by the same job alone, so it may be read piece by piece. */
async function eachMoved(
  store: Store,
  organisation: string,
  { from, to }: FiguresPeriod,
  each: (row: FiguresRow) => void,
): Promise<void> {
  for (let after: MovedCursor | undefined; ; ) {
    const page = await store.read(organisation, ({ counted }) => counted.moved(from, to, after, PAGE))
    for (const row of page) each(row)
    const last = page.at(-1)
    if (page.length < PAGE || !last) return
    after = { day: last.day, row: last.row }
  }
}

async function countPeriod(
  store: Store,
  organisation: string,
  period: FiguresPeriod,
  { sealed, open }: Kept,
  now: number,
): Promise<PeriodFigures> {
  const isIn = (day: string) => period.from <= day && day <= period.to
  const merged = together(
    await store.read(organisation, ({ counted }) => counted.owners(period.from, period.to)),
  )
  const areaOf = (area: string) => (merged.includes(area) ? TOGETHER : area)
  const tally = newTally()
  const stillOpen = open.filter(isIn)
  const weekdays = Array.from({ length: 7 }, () => 0)
  const came = (day: string) => {
    const at = weekdayOf(day) - 1
    weekdays[at] = (weekdays[at] ?? 0) + 1
  }
  const add = (row: FiguresRow) => {
    count(tally, row, areaOf)
    came(row.day)
  }
  await eachMoved(store, organisation, period, add)
  for (const row of sealed) if (isIn(row.day)) add(row)
  stillOpen.forEach(came)
  const told = protect(tally, stillOpen.length)
  return {
    ...period,
    countedAt: new Date(now).toISOString(),
    over: period.to < localTime(now).day,
    ...told,
    // the day of a row is its own as long as whole weeks are counted
    ...(period.kind === 'week' && { weekdays: weekdaysTold(weekdays, told) }),
    together: merged,
  }
}

/** Weeks that are looked back at, and were counted before their days were. */
async function weeksWithoutDays({ counted }: View, today: string): Promise<string[]> {
  const told = await counted.told('week', addDays(today, -7 * (WEEKS_LOOKED_BACK + 1)), today)
  return told.filter(({ weekdays }) => !weekdays).map(({ period }) => period)
}

/** Periods of which something may have changed, and those that were never counted. */
async function periodsToCount(store: Store, organisation: string, kept: Kept, today: string) {
  const { known, oldest, dayless } = await store.read(organisation, async (view) => ({
    known: new Set((await view.counted.periods()).map(({ period }) => period)),
    oldest: await view.counted.oldestMoved(),
    dayless: await weeksWithoutDays(view, today),
  }))
  const daysFrom = daysKeptFrom(today)
  const days = new Set([today, ...kept.sealed.map(({ day }) => day), ...kept.open])
  const first = [...days, oldest ?? today].reduce((one, other) => (one < other ? one : other))
  const changed = new Set([...days].flatMap(periodsWith).map(({ period }) => period))
  return periodsBetween(first, today, daysFrom).filter(
    ({ period }) => changed.has(period) || !known.has(period) || dayless.includes(period),
  )
}

/**
 * Only the job that moves rows may call it, after it has moved them.
 * @param now epoch ms
 * @returns how many periods were counted
 */
export async function countFigures(store: Store, organisation: string, now: number): Promise<number> {
  const kept = await whatIsKept(store, organisation)
  const periods = await periodsToCount(store, organisation, kept, localTime(now).day)
  const counted: PeriodFigures[] = []
  for (const period of periods) counted.push(await countPeriod(store, organisation, period, kept, now))
  await store.record(organisation, async (tx) => {
    for (const figures of counted) await tx.counted.tell(figures)
    if (kept.sealed.length > 0)
      tx.access.add({ person: 'system', action: 'figures.counted', ground: 'statistics' })
  })
  return counted.length
}
