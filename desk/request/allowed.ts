/** Which acts the screen offers. The server decides again; this only keeps what would be refused out of sight. */
import type { QueueRow } from '#core/contract/desk.ts'
import type { Hold } from '../queue/hold.ts'
import type { ActName } from '../state/request.ts'

type Offer = { free?: ActName[]; mine?: ActName[] }

const offers: Record<QueueRow['status'], Offer> = {
  waiting: { free: ['take', 'transfer'] },
  taken: {
    free: ['take'],
    mine: ['attempts', 'reached', 'notes', 'close', 'unreachable', 'transfer', 'release'],
  },
  reached: { free: ['take'], mine: ['close', 'notes', 'attempts', 'transfer'] },
  unreachable: { free: ['take'], mine: ['take', 'notes', 'close', 'transfer'] },
  closed: {},
  withdrawn: {},
  erased: {},
}

/** Acts in the order of their buttons; the first is what usually comes next. */
export function allowedActs(row: QueueRow, hold: Hold): ActName[] {
  const offer = offers[row.status]
  const acts = (hold === 'mine' ? offer.mine : hold === 'other' ? [] : offer.free) ?? []
  // Nobody is given up before anything was tried.
  return acts.filter((name) => name !== 'unreachable' || row.attempts > 0)
}
