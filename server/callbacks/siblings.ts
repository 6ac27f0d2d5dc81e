/**
 * What else came from the number of a request. A shared phone, one who told of fear or of an unsafe time is shown with nobody: on either
 * side a word of the other could reach the wrong ear.
 */
import type { QueueRow } from '#core/contract/desk.ts'
import { authorize } from '../identity/authorize.ts'
import { readable } from '../seal/unreadable.ts'
import type { RequestRow } from '../store/requests.ts'
import type { View } from '../store/store.ts'
import type { Coordinator } from './deps.ts'
import { standsAlone } from './fold.ts'
import { queueRow } from './rows.ts'

/** So many open ones, and so many that are closed: more of one number are no telling. */
const SHOWN = 20

/** May be shown beside another of its number. Of one that cannot be opened nothing is known, so that it may not. */
function isShowable({ seal }: View, row: RequestRow): boolean {
  const told = readable(() => seal.open(row))
  return told !== undefined && row.aside === null && !standsAlone(told)
}

/**
 * Other requests of my areas from the same number, open or closed and still kept, the newest first.
 * @returns none of one that stands alone
 */
export async function siblingRows(view: View, staff: Coordinator, row: RequestRow): Promise<RequestRow[]> {
  if (row.phone_index === null || !isShowable(view, row)) return []
  const ids = await view.found.withPhone(row.phone_index, SHOWN + 1)
  const found: RequestRow[] = []
  for (const id of ids) {
    const other = id === row.id ? undefined : await view.requests.find(id)
    if (!other || !isShowable(view, other)) continue
    const object = { organisation: view.organisation, area: other.area }
    if (authorize(staff, 'request.read', object)) found.push(other)
  }
  return found
}

/** The same as lines. */
export async function siblingsOf(view: View, staff: Coordinator, row: RequestRow): Promise<QueueRow[]> {
  const rows = await siblingRows(view, staff, row)
  const lines = await view.walks.lines(rows.map(({ id }) => id))
  const known = new Map(lines.map((line) => [line.id, line]))
  return rows.flatMap(({ id }) => {
    const line = known.get(id)
    return line ? [queueRow(view, line, 0)] : []
  })
}
