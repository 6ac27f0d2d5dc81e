/** How many there are of each, whatever is on a page: by area, by who holds it, by how its promise stands. */
import type { QueueCounts } from '#core/contract/queue.ts'
import type { Due } from '#core/request/choices.ts'
import { BEGINNING, holdOf, type Status } from '#core/request/life.ts'
import { dueOf, SOON_MS } from '#core/say/due.ts'
import { addDays, instantOf, localTime } from '../../promise/local-time.ts'
import type { Cell, Light, Marks } from '../../store/queue/standing.ts'
import { UNDATED } from '../../store/requests.ts'
import type { View } from '../../store/store.ts'

type CountedPart = QueueCounts['parts'][number]
type Visits = ReadonlyMap<string, { day: string; to: string }>
export type Counting = { areas: readonly string[]; person: string; now: number }

const marksAt = (now: number): Marks => ({
  now,
  soon: now + SOON_MS,
  midnight: instantOf(addDays(localTime(now).day, 1), '00:00'),
  undated: UNDATED,
})

const holdsOf = ({ status, taken_by, taken_until }: Light, { person, now }: Counting): Cell['hold'] => {
  const hold = holdOf({ holder: taken_by ?? undefined, until: taken_until ?? undefined }, person, now)
  if (status === BEGINNING.status || hold === 'lapsed') return 'free'
  return hold === 'mine' ? 'mine' : 'other'
}

/** How its promise stands. @param visit its time, if one is set: then that is when it is due */
export const dueOfLight = (
  { status, attempts, promise_until }: Light,
  now: number,
  visit?: { day: string; to: string },
): Due =>
  dueOf(
    { status: status as Status, attempts, visit, until: promise_until < UNDATED ? promise_until : undefined },
    now,
  )

/** Waits for anybody: nobody has it, or who has it let the time pass. */
export const isFree = (row: Light, counting: Counting): boolean => holdsOf(row, counting) === 'free'

/** Counts that are added to one by one. */
function tally() {
  const parts = new Map<string, CountedPart>()
  return {
    add(area: string, held: CountedPart['held'], due: Due, count: { count?: number; danger?: number }) {
      const key = `${area} ${held} ${due}`
      const part = parts.get(key) ?? { area, held, due, count: 0, danger: 0 }
      parts.set(key, part)
      part.count += count.count ?? 0
      part.danger += count.danger ?? 0
    },
    parts: () => [...parts.values()].filter(({ count }) => count > 0),
  }
}

/** What the board knows: the times of visits, and ids of who told of danger. */
export type Known = { visits: Visits; dangers: ReadonlySet<string> }

/** Of these rows, one by one. */
export function countRows(
  rows: readonly Light[],
  counting: Counting,
  { visits, dangers }: Known,
): CountedPart[] {
  const { add, parts } = tally()
  for (const row of rows)
    add(row.area, holdsOf(row, counting), dueOfLight(row, counting.now, visits.get(row.id)), {
      count: 1,
      danger: dangers.has(row.id) ? 1 : 0,
    })
  return parts()
}

/** Of all that stand in sight: counted by the database, but for what only the board knows. */
export async function countAll(
  view: View,
  counting: Counting,
  { visits, dangers }: Known,
): Promise<CountedPart[]> {
  const { areas, now } = counting
  const { add, parts } = tally()
  for (const { area, hold, due, count } of await view.walks.cells(counting, marksAt(now)))
    add(area, hold, due as Due, { count })
  for (const row of await view.walks.light([...visits.keys()], areas)) {
    add(row.area, holdsOf(row, counting), dueOfLight(row, now), { count: -1 })
    add(row.area, holdsOf(row, counting), dueOfLight(row, now, visits.get(row.id)), { count: 1 })
  }
  for (const row of await view.walks.light([...dangers], areas))
    add(row.area, holdsOf(row, counting), dueOfLight(row, now, visits.get(row.id)), { danger: 1 })
  return parts()
}

/** Parts as the desk reads them, and their sums. @param unrecorded how many I closed and have not recorded */
export function summed(parts: CountedPart[], unrecorded: number): QueueCounts {
  const sum = (holds: (part: CountedPart) => boolean, what: 'count' | 'danger' = 'count') =>
    parts.filter(holds).reduce((all, part) => all + part[what], 0)
  return {
    open: sum(() => true),
    waiting: sum(({ held }) => held === 'free'),
    mine: sum(({ held }) => held === 'mine'),
    tried: sum(({ due }) => due === 'kept'),
    overdue: sum(({ due }) => due === 'overdue'),
    soon: sum(({ due }) => due === 'soon'),
    danger: sum(() => true, 'danger'),
    unrecorded,
    parts,
  }
}
