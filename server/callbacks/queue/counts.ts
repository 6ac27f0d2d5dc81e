/** How many there are of each, whatever is on a page: by area, by who holds it, by how its promise stands. */
import type { QueueCounts } from '#core/contract/queue.ts'
import { tellsDanger } from '#core/queue/looked-for.ts'
import type { Due } from '#core/request/choices.ts'
import { BEGINNING, holdOf, type Status } from '#core/request/life.ts'
import { dueOf } from '#core/say/due.ts'
import { UNDATED } from '../../store/requests.ts'
import type { Light, StandingRequest } from './board.ts'

type CountedPart = QueueCounts['parts'][number]
export type Counting = { areas: readonly string[]; person: string; now: number }

function heldBy({ status, taken_by, taken_until }: Light, { person, now }: Counting): CountedPart['held'] {
  const hold = holdOf({ holder: taken_by ?? undefined, until: taken_until ?? undefined }, person, now)
  if (status === BEGINNING.status || hold === 'lapsed') return 'free'
  return hold === 'mine' ? 'mine' : 'other'
}

/** How its promise stands; of a visit whose time is set, that time. */
export const dueOfStanding = (
  { status, attempts, promise_until, visit }: Pick<StandingRequest, keyof Light | 'visit'>,
  now: number,
): Due =>
  dueOf(
    { status: status as Status, attempts, visit, until: promise_until < UNDATED ? promise_until : undefined },
    now,
  )

/** Waits for anybody: nobody has it, or who has it let the time pass. */
export const isFree = (row: Light, counting: Counting): boolean => heldBy(row, counting) === 'free'

function partsOf(rows: readonly StandingRequest[], counting: Counting): CountedPart[] {
  const parts = new Map<string, CountedPart>()
  for (const row of rows) {
    const [held, due] = [heldBy(row, counting), dueOfStanding(row, counting.now)]
    const key = `${row.area} ${held} ${due}`
    const part = parts.get(key) ?? { area: row.area, held, due, count: 0, danger: 0 }
    parts.set(key, part)
    part.count += 1
    if (row.told && tellsDanger(row.told)) part.danger += 1
  }
  return [...parts.values()]
}

/** Of these rows, apart and in sums. @param unrecorded how many I closed and have not recorded */
export function countsOf(
  rows: readonly StandingRequest[],
  counting: Counting,
  unrecorded: number,
): QueueCounts {
  const parts = partsOf(rows, counting)
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
