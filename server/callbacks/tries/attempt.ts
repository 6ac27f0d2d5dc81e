/** A try to reach the resident. The first one in the way that was chosen keeps the promise; one that failed plans the next. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { LIFE, nextStatus, type Status } from '#core/request/life.ts'
import { refuse } from '../../refusal.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { Tx } from '../../store/store.ts'
import { actOnHeld, asSeen, type Change } from '../acting.ts'
import { plannedOnce } from '../agreed/follow-up.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { madeOn, planned, triesFor, UNPLANNED } from './made.ts'

/** @throws Refusal `invalid-field` `/at`: before the request came, or not yet */
function madeAt(row: RequestRow, at: string | undefined, now: number): number {
  const made = at === undefined ? now : Date.parse(at)
  if (made >= row.received_at && made <= now) return made
  return refuse('invalid-field', {
    field: '/at',
    detail: 'An attempt is made after the request came, and before it is written down.',
  })
}

/** By the rule of tries where nobody says when: a missed call never drops anybody. A wrong number is not called again. */
async function plan(
  tx: Tx,
  row: RequestRow,
  { result, next }: ActBody<'attempt'>,
  now: number,
): Promise<Change> {
  if (next) return planned(tx, row, next, now)
  if (result === 'answered') return plannedOnce(tx, row, now)
  if (result === 'wrong-number') return UNPLANNED
  const [proposed] = await triesFor(tx, row, now)
  return proposed ? planned(tx, row, proposed, now) : UNPLANNED
}

/** @throws Refusal `not-found`, `wrong-status`, `not-yours`, `invalid-field` for `/at` and `/next` */
export const attempt = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  told: ActBody<'attempt'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'attempt', async (tx, row, now, follows) => {
    const { way, result, version } = told
    asSeen(row, version)
    const at = madeAt(row, told.at, now)
    const made = await madeOn(tx, row, { person: staff.person, way, result, at })
    const next = await plan(tx, row, told, now)
    const isNews = nextStatus(row.status as Status, 'reached') !== undefined
    if (result !== 'answered' || !isNews) return { ...made, ...next }
    // who answered has been reached: one fact is not told twice
    follows('reached')
    return { ...made, ...next, status: LIFE.reached.next.taken, reached_at: row.reached_at ?? at }
  })
