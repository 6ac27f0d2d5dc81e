/** Which acts the screen offers. The server decides again; this only keeps what would be refused out of sight. */
import type { QueueRow } from '#core/contract/desk.ts'
import type { ActName } from '../state/request.ts'

type Offer = { anyone: ActName[]; holder: ActName[] }
const nothing: Offer = { anyone: [], holder: [] }

const offers: Record<QueueRow['status'], Offer> = {
  waiting: { anyone: ['take', 'transfer', 'close', 'notes'], holder: [] },
  taken: {
    anyone: ['notes'],
    holder: ['attempts', 'reached', 'close', 'unreachable', 'transfer', 'release'],
  },
  reached: { anyone: ['notes'], holder: ['attempts', 'close', 'transfer'] },
  unreachable: { anyone: ['notes', 'take', 'close'], holder: [] },
  closed: nothing,
  withdrawn: nothing,
  erased: nothing,
}

/** Acts in the order of their buttons; the first is what usually comes next. */
export function allowedActs(row: QueueRow, mine: boolean): ActName[] {
  const { anyone, holder } = offers[row.status]
  return mine ? [...holder, ...anyone.filter((name) => !holder.includes(name))] : anyone
}
