/** Takes the last act back, for a minute: a wrong button is nobody's outcome, and the figures never hear of it. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import type { Event } from '#core/contract/event.ts'
import { LIFE, type Status } from '#core/request/life.ts'
import { refuse } from '../../refusal.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { Tx } from '../../store/store.ts'
import { actOnHeld, asSeen, type Change } from '../acting.ts'
import { plannedOnce } from '../agreed/follow-up.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { struckLast } from './made.ts'

/** So long an act can be taken back; what the way to the server takes is given besides. */
const UNDO_MS = 60_000
const WAY_MS = 15_000

/** As it was before anybody was reached or given up. */
const HELD: Status = LIFE.take.next.waiting

type Told = Pick<Event, 'type' | 'at' | 'actor'>

/** What was done last: an answered attempt was told in two events. */
function lastOf(events: readonly Told[]): Told | undefined {
  const [before, last] = events.slice(-2) as [Told?, Told?]
  const isOne =
    last?.type === LIFE.reached.event && before?.type === LIFE.attempt.event && before.at === last.at
  return isOne ? before : (last ?? before)
}

/** What the request is without an attempt: who was reached by it alone has not been. */
async function withoutAttempt(tx: Tx, row: RequestRow, now: number): Promise<Change> {
  const { struck, change } = await struckLast(tx, row)
  const wasReached = row.reached_at !== null && row.reached_at === struck?.at
  return {
    ...change,
    ...(await plannedOnce(tx, row, now)),
    ...(wasReached && { reached_at: null, status: HELD }),
  }
}

type Undoing = (tx: Tx, row: RequestRow, now: number) => Promise<Change>

/** How each is taken back. What a resident or a colleague may have acted upon since is not among them. */
const UNDOING: Partial<Record<Event['type'], Undoing>> = {
  [LIFE.attempt.event]: withoutAttempt,
  [LIFE.unreachable.event]: async () => ({ status: HELD }),
  // its row stays, without a word: the access log knows how many there were
  [LIFE.note.event]: async (tx, row) => {
    const last = (await tx.notes.of(row.id)).at(-1)
    if (last) await tx.notes.reseal(row.id, last.number, tx.seal.note(row, last.number, ''))
    return {}
  },
}

/** @throws Refusal `not-found`, `not-yours`; `wrong-status` when another act was the last, or its minute has passed */
export const undo = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  { version }: ActBody<'undo'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'undo', async (tx, row, now) => {
    asSeen(row, version)
    const last = lastOf(await tx.log.of(id))
    const isTheirs = last?.actor === staff.person && now - Date.parse(last.at) <= UNDO_MS + WAY_MS
    const undoing = isTheirs ? UNDOING[last.type] : undefined
    return undoing ? undoing(tx, row, now) : refuse('wrong-status')
  })
