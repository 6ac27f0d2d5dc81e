/**
 * What was told in the open requests, in memory alone: it is sealed in the database, and the queue is looked through and
 * counted by it. Opened once when a process is first asked, then only what the log names; a few ids and marks of each.
 */
import { isLookedFor, type LookedFor, type ToldInRequest } from '#core/flow/looked-for.ts'
import { readable } from '../../seal/unreadable.ts'
import type { Summary } from '../../store/sealing.ts'
import type { Store, View } from '../../store/store.ts'

type ToldFacts = ToldInRequest & Pick<Summary, 'visit'>
/** `number`: the event at which it stands. */
type Board = { number: number; facts: Map<string, ToldFacts> }
type Sealed = Awaited<ReturnType<View['walks']['sealed']>>[number]

/** So many are opened before others have their turn. */
const AT_ONCE = 100
/** So many events are read at once. */
const EVENTS = 500

const boards = new WeakMap<Store, Map<string, Promise<Board>>>()

/** One that cannot be opened tells nothing: it stands in the queue, and nothing that is looked for finds it. */
function factsOf({ seal }: View, row: Sealed): ToldFacts | undefined {
  const summary = readable(() => seal.summary(row))
  if (!summary) return undefined
  const { flags, attention, way, window, safeTime, visit } = summary
  return { flags, attention, way, window, safeTime, ...(visit && { visit }) }
}

function learn(view: View, facts: Board['facts'], rows: readonly Sealed[]): void {
  for (const row of rows) {
    const told = factsOf(view, row)
    if (told) facts.set(row.id, told)
    else facts.delete(row.id)
  }
}

async function filled(store: Store, organisation: string): Promise<Board> {
  const facts: Board['facts'] = new Map()
  const number = await store.read(organisation, (view) => view.log.last())
  for (let reference: string | undefined = ''; reference !== undefined; ) {
    const from: string = reference
    reference = await store.read(organisation, async (view) => {
      const rows = await view.walks.sealedAfter(from, AT_ONCE)
      learn(view, facts, rows)
      return rows.length < AT_ONCE ? undefined : rows.at(-1)?.reference
    })
    await new Promise((others) => setImmediate(others))
  }
  return { number, facts }
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
  const rows = await view.walks.sealed([...named])
  // another look has come further meanwhile
  if (last <= board.number) return last
  for (const id of named) board.facts.delete(id)
  learn(view, board.facts, rows)
  board.number = last
  return last
}

/** Ids of which all that is looked for was told. */
export const found = ({ facts }: Board, looked: LookedFor): string[] =>
  [...facts].filter(([, told]) => isLookedFor(told, looked)).map(([id]) => id)

/** Ids of visits whose time is set, with it. */
export const visits = ({ facts }: Board): Map<string, NonNullable<ToldFacts['visit']>> =>
  new Map([...facts].flatMap(([id, { visit }]) => (visit ? [[id, visit]] : [])))
