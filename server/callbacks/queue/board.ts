/**
 * Every open request that does not stand aside, in memory alone: what was told in it is sealed in the database, and the queue is
 * looked through and counted by it. Opened once when a process is first asked, then only what the log names; a few marks of each.
 */
import { isLookedFor, type LookedFor, type ToldInRequest, tellsDanger } from '#core/queue/looked-for.ts'
import { readable } from '../../seal/unreadable.ts'
import type { QueueColumns } from '../../store/queue/lines.ts'
import type { Summary } from '../../store/sealing.ts'
import type { Store, View } from '../../store/store.ts'

/** Where it stands, who holds it, what was tried: columns that decide where it is counted. */
export type Light = Pick<
  QueueColumns,
  | 'id'
  | 'area'
  | 'status'
  | 'attempts'
  | 'taken_by'
  | 'taken_until'
  | 'first_attempt_at'
  | 'promise_until'
  | 'try_until'
  | 'received_at'
  | 'folded_under'
  | 'phone_index'
>
/** One that cannot be opened tells nothing: it is counted, and nothing that is looked for finds it. */
export type StandingRequest = Light & { told?: ToldInRequest; visit?: NonNullable<Summary['visit']> }
/** `number`: the event at which it stands. */
type Board = { number: number; standing: Map<string, StandingRequest> }

/** So many are opened before others have their turn. */
const AT_ONCE = 100
/** So many events are read at once. */
const EVENTS = 500

const boards = new WeakMap<Store, Map<string, Promise<Board>>>()

function lightOf(row: QueueColumns): Light {
  const { id, area, status, attempts, first_attempt_at, taken_by, taken_until } = row
  const { promise_until, try_until, received_at, folded_under, phone_index } = row
  return {
    ...{ id, area, status, attempts, first_attempt_at, taken_by, taken_until },
    ...{ promise_until, try_until, received_at, folded_under, phone_index },
  }
}

/** What was told in a request that stands in the queue, or nothing when it cannot be opened. */
export function toldIn({ seal }: Pick<View, 'seal'>, row: QueueColumns): Omit<StandingRequest, keyof Light> {
  const summary = readable(() => seal.summary(row))
  if (!summary) return {}
  const { flags, attention, way, window, safeTime, today, municipality, visit } = summary
  const { lane, language } = row
  const told = { flags, attention, way, window, safeTime, today, municipality, lane, language }
  return { told, ...(visit && { visit }) }
}

function learn(view: View, { standing }: Board, rows: readonly QueueColumns[]): void {
  for (const row of rows) standing.set(row.id, { ...lightOf(row), ...toldIn(view, row) })
}

async function filled(store: Store, organisation: string): Promise<Board> {
  const number = await store.read(organisation, (view) => view.log.last())
  const board: Board = { number, standing: new Map() }
  for (let reference: string | undefined = ''; reference !== undefined; ) {
    const from: string = reference
    reference = await store.read(organisation, async (view) => {
      const rows = await view.walks.standingAfter(from, AT_ONCE)
      learn(view, board, rows)
      return rows.length < AT_ONCE ? undefined : rows.at(-1)?.reference
    })
    await new Promise((others) => setImmediate(others))
  }
  return board
}

/** The board of an organisation, filled when it is first asked for; it follows the log when it is looked at. */
export function boardOf(store: Store, organisation: string): Promise<Board> {
  const known = boards.get(store) ?? new Map<string, Promise<Board>>()
  boards.set(store, known)
  const board = known.get(organisation) ?? filled(store, organisation)
  known.set(organisation, board)
  board.catch(() => known.delete(organisation))
  return board
}

/** The ids that events after a number name. */
export async function namedAfter(view: View, after: number, last: number): Promise<Set<string>> {
  const named = new Set<string>()
  for (let number = after; number < last; ) {
    const events = await view.log.after(number, EVENTS)
    for (const { request } of events) if (request !== undefined) named.add(request)
    number = events.at(-1)?.number ?? last
  }
  return named
}

/** Brings the board to where the view stands. @returns the number of the event at which that is */
export async function follow(view: View, board: Board): Promise<number> {
  const last = await view.log.last()
  if (last <= board.number) return last
  const named = await namedAfter(view, board.number, last)
  const rows = await view.walks.standing([...named])
  // another look has come further meanwhile
  if (last <= board.number) return last
  for (const id of named) board.standing.delete(id)
  learn(view, board, rows)
  board.number = last
  return last
}

/** Those in sight in the areas of which all that is looked for was told. */
export const found = (
  { standing }: Board,
  areas: readonly string[],
  looked: LookedFor | undefined,
): StandingRequest[] =>
  [...standing.values()].filter(
    ({ area, folded_under, told }) =>
      folded_under === null &&
      areas.includes(area) &&
      (looked === undefined || (told !== undefined && isLookedFor(told, looked))),
  )

/** Told of danger, at an unsafe time or from a phone that others share: such a one is never counted beside another. */
const isAlone = ({ told }: StandingRequest): boolean =>
  told === undefined ||
  told.flags > 0 ||
  tellsDanger(told) ||
  told.safeTime !== undefined ||
  told.way === 'shared-phone'

/** How many others in sight come from the number of each, in these areas; only where there are any. */
export function besideOf({ standing }: Board, areas: readonly string[]): Map<string, number> {
  const byNumber = new Map<string, string[]>()
  for (const row of standing.values()) {
    const { id, phone_index, area, folded_under } = row
    if (phone_index === null || folded_under !== null || !areas.includes(area) || isAlone(row)) continue
    byNumber.set(phone_index, [...(byNumber.get(phone_index) ?? []), id])
  }
  const many = [...byNumber.values()].filter((ids) => ids.length > 1)
  return new Map(many.flatMap((ids) => ids.map((id) => [id, ids.length - 1])))
}
