/** One step of a walk along the queue: its rows, and where the next one goes on. */
import type { QueueAsked } from '#core/contract/queue.ts'
import { isLookedFor, type LookedFor } from '#core/queue/looked-for.ts'
import type { QueueColumns } from '../../store/queue/lines.ts'
import { byPlace, placeOf, type QueuePlace, type QueueWalk } from '../../store/queue/walks.ts'
import type { View } from '../../store/store.ts'
import { type StandingRequest, toldIn } from './board.ts'
import { type Counting, dueOfStanding, isFirstToCome, isFree, isTriedAgain } from './counts.ts'
import { cursorOf, placeIn } from './cursor.ts'

const PAGE = 100

/** `looked`: what was to be told; `rows`: those in sight of whom it was. */
type Stepping = {
  view: View
  counting: Counting
  asked: QueueAsked
  looked: LookedFor | undefined
  rows: readonly StandingRequest[]
}
type WalkStep = { rows: QueueColumns[]; after?: string }

const placeIf = (cursor: string | undefined): QueuePlace | undefined =>
  cursor === undefined ? undefined : placeIn(cursor)

/** Which rows each state walks along. */
const WALKS: Partial<Record<NonNullable<QueueAsked['state']>, Pick<QueueWalk, 'state' | 'untried'>>> = {
  untried: { state: 'open', untried: true },
  waiting: { state: 'waiting' },
}
/** And which are looked for in memory: no index tells them, and they are few. */
const AMONG: Partial<
  Record<NonNullable<QueueAsked['state']>, (row: StandingRequest, walk: QueueWalk) => boolean>
> = {
  tried: isTriedAgain,
  overdue: (row, { now }) => dueOfStanding(row, now) === 'overdue',
  mine: (row, { person }) => row.taken_by === person,
}

const walkOf = ({ asked: { area, state = 'open', after }, counting }: Stepping): QueueWalk => ({
  ...counting,
  state: 'open',
  ...WALKS[state],
  areas: area === undefined ? counting.areas : [area],
  after: placeIf(after),
})

function isIn(row: StandingRequest, walk: QueueWalk): boolean {
  if (!walk.areas.includes(row.area) || (walk.after && byPlace(placeOf(row), walk.after) <= 0)) return false
  if (walk.state === 'waiting' && !isFree(row, walk)) return false
  return !walk.untried || isFirstToCome(row)
}

/** Lines of these, in their order. */
async function linesOf({ view }: Stepping, rows: readonly { id: string }[]): Promise<QueueColumns[]> {
  const lines = new Map((await view.walks.lines(rows.map(({ id }) => id))).map((line) => [line.id, line]))
  return rows.flatMap(({ id }) => lines.get(id) ?? [])
}

/** What was told, and when a visit is, is known in memory alone: a page of lines is all that is read. */
function among(stepping: Stepping): Promise<QueueColumns[]> {
  const walk = walkOf(stepping)
  const isWanted = AMONG[stepping.asked.state ?? 'open']
  const rows = stepping.rows
    .filter((row) => isIn(row, walk) && (isWanted?.(row, walk) ?? true))
    .sort((one, other) => byPlace(placeOf(one), placeOf(other)))
  return linesOf(stepping, rows.slice(0, PAGE + 1))
}

/** What was closed and stands in no client system: a few, of which what is looked for is opened. */
async function unrecorded({ view, counting, asked, looked }: Stepping): Promise<QueueColumns[]> {
  const found: QueueColumns[] = []
  const isWanted = (row: QueueColumns) => {
    const { told } = looked ? toldIn(view, row) : {}
    return looked === undefined || (told !== undefined && isLookedFor(told, looked))
  }
  const areas = asked.area === undefined ? counting.areas : [asked.area]
  let place = placeIf(asked.after)
  for (let isMore = true; isMore && found.length <= PAGE; ) {
    const some = await view.walks.unrecordedIn(areas, place, PAGE + 1)
    found.push(...some.filter(isWanted))
    const last = some.at(-1)
    isMore = some.length > PAGE
    if (last) place = closedPlace(last)
  }
  return found.slice(0, PAGE + 1)
}
const closedPlace = ({ closed_at, id }: QueueColumns): QueuePlace => ({
  until: closed_at ?? 0,
  received: 0,
  id,
})

async function next(stepping: Stepping): Promise<QueueColumns[]> {
  const { view, asked, looked } = stepping
  if (asked.state === 'unrecorded') return unrecorded(stepping)
  if (looked || AMONG[asked.state ?? 'open']) return among(stepping)
  return linesOf(stepping, await view.walks.step(walkOf(stepping), PAGE + 1))
}

/** @throws Refusal `invalid-field` for a cursor that is none of ours */
export async function step(stepping: Stepping): Promise<WalkStep> {
  const rows = await next(stepping)
  const last = rows[PAGE - 1]
  if (rows.length <= PAGE || !last) return { rows }
  const place = stepping.asked.state === 'unrecorded' ? closedPlace(last) : placeOf(last)
  return { rows: rows.slice(0, PAGE), after: cursorOf(place) }
}
