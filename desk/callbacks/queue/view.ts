/** Which rows of the queue are looked at, in what groups, and how many there are of each. */
import type { Me, QueueRow } from '#core/contract/desk.ts'
import { isMine, type Lens } from '../state/callbacks.ts'
import { type Due, dueOf } from './due.ts'
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

/** How promises stand, the one to look at first on top. */
const GROUPS: readonly Due[] = ['overdue', 'soon', 'today', 'later', 'undated', 'kept']
export type Group = { due: Due; rows: QueueRow[] }

/** Rows under how their promise stands; within a group the server’s order. No group is empty. */
export const groupsOf = (rows: QueueRow[], now: number): Group[] =>
  GROUPS.map((due) => ({ due, rows: rows.filter((row) => dueOf(row, now) === due) })).filter(
    (group) => group.rows.length > 0,
  )

export type Counts = { overdue: number; soon: number; waiting: number; mine: number }

/** What a coordinator wants to know without reading a row. */
export function countsOf(rows: QueueRow[], me: Me | undefined, now: number): Counts {
  const count = (holds: (row: QueueRow) => boolean) => rows.filter(holds).length
  return {
    overdue: count((row) => dueOf(row, now) === 'overdue'),
    soon: count((row) => dueOf(row, now) === 'soon'),
    waiting: count((row) => waits(row, me, now)),
    mine: count((row) => isMine(row, me)),
  }
}
