/** Which acts the screen offers: those of the table of a request’s life that can follow now. The server decides again. */
import type { QueueRow } from '#core/contract/desk.ts'
import { DESK_ACTS, type DeskAct, type Hold, isOnlyHeldLonger, isPossible } from '#core/request/life.ts'
import { lacksTime } from '../state/due.ts'

/** The order of the buttons, the first is what usually comes next; one that is not here stands last. */
const USUAL: readonly DeskAct[] = [
  'take',
  'attempt',
  'reached',
  'visit',
  'close',
  'note',
  'plan',
  'rang-back',
  'transfer',
  'release',
  // a decision, apart from what is done every day
  'unreachable',
]

/** What comes before all others. */
function firstOf(row: QueueRow): readonly DeskAct[] {
  // a visit without a time asks for it before anything else
  if (lacksTime(row)) return ['visit']
  if (row.status === 'closed') return ['reopen']
  // what was settled in the call is written down before it is forgotten
  return row.status === 'reached' ? ['close', 'plan', 'note', 'rang-back'] : []
}

/** That a closed request is recorded, and the way back, have places of their own; and what is mine is held longer by every other act too. */
const isElsewhere = (act: DeskAct, { status }: QueueRow, hold: Hold): boolean =>
  act === 'undo' || (status === 'closed' && act === 'close') || isOnlyHeldLonger(act, status, hold)

/** Acts in the order of their buttons. @param isLead who leads may let a colleague's request wait for the others */
export function allowedActs(row: QueueRow, hold: Hold, isLead = false): DeskAct[] {
  const order = new Set([...firstOf(row), ...USUAL, ...DESK_ACTS])
  const isTheirs = (act: DeskAct) => act !== 'free' || isLead
  return [...order].filter(
    (act) => isTheirs(act) && isPossible(act, row, hold) && !isElsewhere(act, row, hold),
  )
}

/** So many buttons stand in sight, on a narrow screen the first alone (`callbacks/styles/acts.css`); the others come by one press. */
export const IN_SIGHT = 4
