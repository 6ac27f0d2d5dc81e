/** Which acts the screen offers. The server decides again; this only keeps what would be refused out of sight. */
import type { QueueRow } from '#core/contract/desk.ts'
import { lacksTime } from '../queue/due.ts'
import type { Hold } from '../queue/hold.ts'
import type { ActName } from '../state/request.ts'

type Offer = { free?: ActName[]; mine?: ActName[] }

const offers: Record<QueueRow['status'], Offer> = {
  waiting: { free: ['take', 'transfer'] },
  taken: {
    free: ['take'],
    mine: ['attempts', 'reached', 'visit', 'notes', 'close', 'unreachable', 'transfer', 'release'],
  },
  reached: { free: ['take'], mine: ['close', 'notes', 'attempts', 'visit', 'transfer'] },
  unreachable: { free: ['take'], mine: ['take', 'notes', 'close', 'transfer'] },
  closed: {},
  withdrawn: {},
  erased: {},
}

/** What an act needs beside the status. */
const suits: Partial<Record<ActName, (row: QueueRow) => boolean>> = {
  // nobody is given up before anything was tried
  unreachable: ({ attempts }) => attempts > 0,
  visit: ({ way }) => way === 'visit',
}

/** Acts in the order of their buttons; the first is what usually comes next. */
export function allowedActs(row: QueueRow, hold: Hold): ActName[] {
  const offer = offers[row.status]
  const acts = (hold === 'mine' ? offer.mine : hold === 'other' ? [] : offer.free) ?? []
  const offered = acts.filter((name) => suits[name]?.(row) ?? true)
  // a visit without a time asks for it before anything else
  if (!lacksTime(row) || !offered.includes('visit')) return offered
  return ['visit', ...offered.filter((name) => name !== 'visit')]
}
