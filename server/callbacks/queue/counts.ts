/** How many there are of each, whatever is on a page: by area, by who holds it, by how its promise stands. */
import type { QueueCounts } from '#core/contract/queue.ts'
import { tellsDanger } from '#core/queue/looked-for.ts'
import type { Due } from '#core/request/choices.ts'
import { BEGINNING, holdOf, LIFE } from '#core/request/life.ts'
import { dueOf, isAgain, isUntried } from '#core/say/due.ts'
import { timedOf } from '../../store/queue/walks.ts'
import type { Light, StandingRequest } from './board.ts'

type CountedPart = QueueCounts['parts'][number]
export type Counting = { areas: readonly string[]; person: string; now: number }

function heldBy({ status, taken_by, taken_until }: Light, { person, now }: Counting): CountedPart['held'] {
  const hold = holdOf({ holder: taken_by ?? undefined, until: taken_until ?? undefined }, person, now)
  // whoever was reached by somebody who is away has nobody either
  if (status === BEGINNING.status || hold === 'free') return 'free'
  // who was reached is offered to nobody: somebody has talked with them, and goes on
  if (hold === 'lapsed') return status === LIFE.take.next.waiting ? 'free' : 'other'
  return hold === 'mine' ? 'mine' : 'other'
}

type Standing = Pick<StandingRequest, keyof Light | 'visit'>

/** How near the next thing is: its promise, the time of its visit when that is set, or the try that was planned. */
export const dueOfStanding = (row: Standing, now: number): Due =>
  dueOf({ ...timedOf(row), visit: row.visit }, now)

/** Tried and not reached, or to be called once more. */
export const isTriedAgain = (row: Standing): boolean => isAgain(timedOf(row))

/** Nobody has made the contact that was promised. */
export const isFirstToCome = (row: Standing): boolean => isUntried(timedOf(row))

/** Waits for anybody: nobody has it, or who has it let the time pass. */
export const isFree = (row: Light, counting: Counting): boolean => heldBy(row, counting) === 'free'

function partsOf(rows: readonly StandingRequest[], counting: Counting): CountedPart[] {
  const parts = new Map<string, CountedPart>()
  for (const row of rows) {
    const [held, due] = [heldBy(row, counting), dueOfStanding(row, counting.now)]
    const key = `${row.area} ${held} ${due}`
    const part = parts.get(key) ?? { area: row.area, held, due, count: 0, tried: 0, danger: 0 }
    parts.set(key, part)
    part.count += 1
    if (isTriedAgain(row)) part.tried += 1
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
  const sum = (holds: (part: CountedPart) => boolean, what: 'count' | 'tried' | 'danger' = 'count') =>
    parts.filter(holds).reduce((all, part) => all + part[what], 0)
  return {
    open: sum(() => true),
    waiting: sum(({ held }) => held === 'free'),
    mine: sum(({ held }) => held === 'mine'),
    tried: sum(() => true, 'tried'),
    overdue: sum(({ due }) => due === 'overdue'),
    soon: sum(({ due }) => due === 'soon'),
    danger: sum(() => true, 'danger'),
    unrecorded,
    parts,
  }
}
