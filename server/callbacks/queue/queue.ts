/** Who waits in my areas, the nearest promise first; a walk along it never ends before the queue does. */
import type { Queue } from '#core/contract/desk.ts'
import type { QueueAsked } from '#core/contract/queue.ts'
import { LOOKED_FOR, type LookedFor } from '#core/queue/looked-for.ts'
import { areasFor } from '../../identity/authorize.ts'
import { addDays, localTime } from '../../promise/local-time.ts'
import { refuse } from '../../refusal.ts'
import type { QueueColumns } from '../../store/queue/lines.ts'
import type { View } from '../../store/store.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { iso, queueRow, tellUnreadable } from '../rows.ts'
import { besideOf, boardOf, follow, found, namedAfter } from './board.ts'
import { type Counting, countsOf } from './counts.ts'
import { step } from './step.ts'

/** When more has changed than so many rows, one asks anew. */
const CHANGED = 200

/** In an address every value is a text. */
const truth = (text: 'true' | 'false' | undefined) => (text === undefined ? undefined : text === 'true')

/** @returns nothing when everything is asked for */
function lookedFor({ danger, today, way, window, lane, language, municipality, attention }: QueueAsked) {
  const looked: LookedFor = { way, window, lane, language, municipality, attention }
  looked.danger = truth(danger)
  looked.today = truth(today)
  return LOOKED_FOR.some((name) => looked[name] !== undefined) ? looked : undefined
}

/** What has changed is told of the whole queue: in a part of it nobody could tell what has left the part from what has not changed. */
function mustBeAlone({ since, ...others }: QueueAsked): void {
  if (since !== undefined && Object.keys(others).length > 0) refuse('invalid-field', { field: '/since' })
}

type Showing = {
  view: View
  log: Deps['log']
  keepUnrecordedDays: number | undefined
  /** how many others in sight come from the number of each */
  beside: ReadonlyMap<string, number>
}

/** Lines as the desk reads them, with how many are folded under each. */
async function shown(
  { view, log, beside, keepUnrecordedDays: days }: Showing,
  rows: readonly QueueColumns[],
): Promise<Queue['rows']> {
  const folded = await view.queue.foldedCounts(rows.map(({ id }) => id))
  return rows.map((row) => {
    const others = beside.get(row.id)
    const line = { ...queueRow(view, row, folded.get(row.id) ?? 0), ...(others && { beside: others }) }
    if (line.unreadable) tellUnreadable(log, row)
    if (row.closed_at === null || days === undefined) return line
    return { ...line, erasedOn: addDays(localTime(row.closed_at).day, days) }
  })
}

type Changed = Pick<Queue, 'rows' | 'gone' | 'anew'>

/** What the log names after a number: the lines that are in the queue now, and the ids of what is not, or not mine to see. */
async function changedSince(
  showing: Showing,
  since: number,
  last: number,
  counting: Counting,
): Promise<Changed> {
  const { view } = showing
  const named = since > last ? undefined : await namedAfter(view, since, last)
  if (!named || named.size > CHANGED) return { rows: [], anew: true }
  const isMine = ({ area, aside, closed_at, recorded }: QueueColumns) =>
    closed_at === null
      ? aside === null && counting.areas.includes(area)
      : recorded === 0 && counting.areas.includes(area)
  const lines = await view.walks.lines([...named])
  const known = new Set(lines.map(({ id }) => id))
  // one that is folded is seen in the line above it
  const heads = new Set(lines.flatMap(({ folded_under }) => folded_under ?? []))
  const above = await view.walks.lines([...heads].filter((id) => !known.has(id)))
  const rows = [...lines, ...above].filter((row) => row.folded_under === null && isMine(row))
  const seen = new Set(rows.map(({ id }) => id))
  return { rows: await shown(showing, rows), gone: [...named].filter((id) => !seen.has(id)) }
}

/**
 * A page of the queue of my areas, or what has changed in it since an event, with how many there are of each; and the number
 * of the event at which it stands: from there on the log tells what changes.
 * @throws Refusal `invalid-field` for an area that is not mine or a cursor that is none
 */
export async function queue(
  { store, clock, log, keepUnrecordedDays }: Pick<Deps, 'store' | 'clock' | 'log' | 'keepUnrecordedDays'>,
  staff: Coordinator,
  asked: QueueAsked = {},
): Promise<Queue> {
  mustBeAlone(asked)
  const board = await boardOf(store, staff.organisation)
  return store.read(staff.organisation, async (view) => {
    const now = clock.now()
    const all = (await view.place.areas(localTime(now).day)).map(({ area }) => area)
    const areas = areasFor(staff, 'queue.read', all)
    if (asked.area !== undefined && !areas.includes(asked.area)) refuse('invalid-field', { field: '/area' })
    const number = await follow(view, board)
    const counting = { areas, person: staff.person, now }
    const looked = lookedFor(asked)
    const rows = found(board, areas, looked)
    const unrecorded = await view.walks.countUnrecordedIn(areas)
    const showing = { view, log, keepUnrecordedDays, beside: besideOf(board, areas) }
    const told = { number, now: iso(now), areas, counts: countsOf(rows, counting, unrecorded) }
    if (asked.since !== undefined)
      return { ...told, ...(await changedSince(showing, Number(asked.since), number, counting)) }
    const { rows: lines, after } = await step({ view, counting, asked, looked, rows })
    return { ...told, rows: await shown(showing, lines), ...(after && { after }) }
  })
}
