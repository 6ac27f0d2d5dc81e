/** Which rows of the queue are looked at, and how many there are in each view. */
import type { Me, QueueRow } from '#core/contract/desk.ts'
import { isMine, type Lens } from '../state/desk.ts'
import { dueOf } from './due.ts'
import { holdOf } from './hold.ts'

export const LENSES: readonly Lens[] = ['waiting', 'mine', 'all']

/** What a colleague let lapse waits for somebody again. */
const waits = (row: QueueRow, me: Me | undefined, now: number) =>
  row.status === 'waiting' || holdOf(row, me, now) === 'lapsed'

const through: Record<Lens, (row: QueueRow, me: Me | undefined, now: number) => boolean> = {
  waiting: waits,
  mine: isMine,
  all: () => true,
}

export const inArea = (rows: QueueRow[], area: string | undefined) =>
  area ? rows.filter((row) => row.area === area) : rows

/** The rows of a view; their order is the server’s: by promise, then by receipt. */
export const seenThrough = (rows: QueueRow[], lens: Lens, me: Me | undefined, now: number) =>
  rows.filter((row) => through[lens](row, me, now))

export const overdueCount = (rows: QueueRow[], now: number) =>
  rows.filter((row) => dueOf(row, now) === 'overdue').length
