/** Which rows of the queue are looked at, in what groups, and how many there are of each. */
import type { Me, QueueRow } from '#core/contract/desk.ts'
import { isLookedFor, type LookedFor } from '#core/queue/looked-for.ts'
import type { Lens } from '#core/queue/view.ts'
import { DUES, type Due } from '#core/request/choices.ts'
import { isMine, type KnownQueue } from '../state/callbacks.ts'
import { dueOf, isTriedAgain } from '../state/due.ts'
import { holdOf } from './hold.ts'

/** What a colleague let lapse waits for somebody again, unless they had reached the resident. */
const waits = (row: QueueRow, me: Me | undefined, now: number) =>
  row.status === 'waiting' ||
  (isOpen(row) && holdOf(row, me, now) === 'free') ||
  (row.status === 'taken' && holdOf(row, me, now) === 'lapsed')

/** What is closed and not recorded is the team’s to record, and nobody’s to call. */
const isOpen = ({ status }: QueueRow) => status !== 'closed'

const through: Record<Lens, (row: QueueRow, me: Me | undefined, now: number) => boolean> = {
  waiting: waits,
  mine: isMine,
  tried: (row) => isOpen(row) && isTriedAgain(row),
  unrecorded: (row) => !isOpen(row),
  all: isOpen,
}

export const inArea = (rows: QueueRow[], area: string | undefined) =>
  area ? rows.filter((row) => row.area === area) : rows

/** Those of which everything that is looked for was told; what cannot be opened tells nothing. */
export const lookedFor = (rows: QueueRow[], filters: LookedFor) =>
  rows.filter((row) => Object.keys(filters).length === 0 || (!row.unreadable && isLookedFor(row, filters)))

/** The rows of a view; their order is the server’s: by promise, then by receipt. */
export const seenThrough = (rows: QueueRow[], lens: Lens, me: Me | undefined, now: number) =>
  rows.filter((row) => through[lens](row, me, now))

/** What is to be recorded, then how promises stand, the one to look at first on top. */
const GROUPS = ['unrecorded', ...DUES] as const
export type Group = { due: (typeof GROUPS)[number]; rows: QueueRow[] }

const groupOf = (row: QueueRow, now: number) => (isOpen(row) ? dueOf(row, now) : 'unrecorded')

/** Rows under how their promise stands; within a group the server’s order. No group is empty. */
export function groupsOf(rows: QueueRow[], now: number): Group[] {
  const groups = GROUPS.map((due): Group => ({ due, rows: [] }))
  const known = new Map(groups.map((group) => [group.due, group.rows]))
  for (const row of rows) known.get(groupOf(row, now))?.push(row)
  return groups.filter((group) => group.rows.length > 0)
}

export type Counts = Record<Lens | 'overdue' | 'soon', number>

function countRows(rows: QueueRow[], me: Me | undefined, now: number): Counts {
  const count = (holds: (row: QueueRow) => boolean) => rows.filter(holds).length
  const seen = (lens: Lens) => count((row) => through[lens](row, me, now))
  return {
    overdue: count((row) => dueOf(row, now) === 'overdue'),
    soon: count((row) => dueOf(row, now) === 'soon'),
    waiting: seen('waiting'),
    mine: seen('mine'),
    tried: seen('tried'),
    unrecorded: seen('unrecorded'),
    all: seen('all'),
  }
}

/**
 * What a coordinator wants to know without reading a row, of one area or of all. The rows tell it, also as time passes; until all
 * of them are here, the server does.
 */
export function countsOf(
  { rows, counts, after }: KnownQueue,
  area: string | undefined,
  me: Me | undefined,
  now: number,
): Counts {
  const here = inArea(rows, area)
  if (after === undefined) return countRows(here, me, now)
  const parts = counts.parts.filter((part) => area === undefined || part.area === area)
  const sum = (holds: (part: (typeof parts)[number]) => boolean) =>
    parts.filter(holds).reduce((all, { count }) => all + count, 0)
  const due = (which: Due) => sum((part) => part.due === which)
  return {
    overdue: due('overdue'),
    soon: due('soon'),
    tried: parts.reduce((all, { tried }) => all + tried, 0),
    unrecorded: here.filter((row) => !isOpen(row)).length,
    waiting: sum(({ held }) => held === 'free'),
    mine: sum(({ held }) => held === 'mine') + here.filter((row) => !isOpen(row) && isMine(row, me)).length,
    all: sum(() => true),
  }
}
