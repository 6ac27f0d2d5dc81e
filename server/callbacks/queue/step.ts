/** One step of a walk along the queue: its rows, and where the next one goes on. */
import type { QueueAsked } from '#core/contract/queue.ts'
import type { QueueColumns } from '../../store/queue/lines.ts'
import type { Light } from '../../store/queue/standing.ts'
import { byPlace, placeOf, type QueuePlace, type QueueWalk } from '../../store/queue/walks.ts'
import type { View } from '../../store/store.ts'
import { type Counting, dueOfLight, isFree, type Known } from './counts.ts'
import { cursorOf, placeIn } from './cursor.ts'

const PAGE = 100

/** `ids`: those of whom all that is looked for was told. */
type Stepping = { view: View; counting: Counting; known: Known; asked: QueueAsked; ids: readonly string[] }
type WalkStep = { rows: QueueColumns[]; after?: string }

const placeIf = (cursor: string | undefined): QueuePlace | undefined =>
  cursor === undefined ? undefined : placeIn(cursor)

/** Which rows each state walks along. */
const WALKS: Record<NonNullable<QueueAsked['state']>, Pick<QueueWalk, 'state' | 'tried'>> = {
  open: { state: 'open' },
  untried: { state: 'open', tried: false },
  tried: { state: 'open', tried: true },
  overdue: { state: 'open', tried: false },
  waiting: { state: 'waiting' },
  mine: { state: 'mine' },
  unrecorded: { state: 'mine' },
}

const walkOf = ({ asked: { area, state = 'open', after }, counting }: Stepping): QueueWalk => ({
  ...counting,
  ...WALKS[state],
  areas: area === undefined ? counting.areas : [area],
  after: placeIf(after),
})

function isIn(row: Light, walk: QueueWalk): boolean {
  if (!walk.areas.includes(row.area) || (walk.after && byPlace(placeOf(row), walk.after) <= 0)) return false
  if (walk.state === 'mine' && row.taken_by !== walk.person) return false
  if (walk.state === 'waiting' && !isFree(row, walk)) return false
  return walk.tried === undefined || walk.tried === (dueOfLight(row, walk.now) === 'kept')
}

/** What only the board knows is looked up there: as many rows are read as were told so, and a page of lines. */
async function among(stepping: Stepping): Promise<QueueColumns[]> {
  const { view, counting, known, asked, ids } = stepping
  const walk = walkOf(stepping)
  const isLate = (row: Light) => dueOfLight(row, walk.now, known.visits.get(row.id)) === 'overdue'
  const rows = (await view.walks.light(ids, counting.areas))
    .filter((row) => isIn(row, walk) && (asked.state !== 'overdue' || isLate(row)))
    .sort((one, other) => byPlace(placeOf(one), placeOf(other)))
    .slice(0, PAGE + 1)
  const lines = new Map((await view.walks.lines(rows.map(({ id }) => id))).map((line) => [line.id, line]))
  return rows.flatMap(({ id }) => lines.get(id) ?? [])
}

const isLookedUp = ({ danger, way, window, state }: QueueAsked): boolean =>
  danger !== undefined || way !== undefined || window !== undefined || state === 'overdue'

/** @throws Refusal `invalid-field` for a cursor that is none of ours */
export async function step(stepping: Stepping): Promise<WalkStep> {
  const { view, counting, asked } = stepping
  const isUnrecorded = asked.state === 'unrecorded'
  const rows = isUnrecorded
    ? await view.walks.unrecordedOf(counting.person, placeIf(asked.after), PAGE + 1)
    : await (isLookedUp(asked) ? among(stepping) : view.walks.step(walkOf(stepping), PAGE + 1))
  const last = rows[PAGE - 1]
  if (rows.length <= PAGE || !last) return { rows }
  const place = isUnrecorded ? { until: last.closed_at ?? 0, received: 0, id: last.id } : placeOf(last)
  return { rows: rows.slice(0, PAGE), after: cursorOf(place) }
}
