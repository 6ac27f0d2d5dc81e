/** One row that cannot be opened is shown as that; everybody else’s rows stand. */
import { kidOf } from '../seal/blob.ts'
import { Unreadable } from '../seal/unreadable.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Deps } from './deps.ts'

/** @returns what was sealed, or nothing when it cannot be opened; any other failure is thrown */
export function readable<Opened>(open: () => Opened): Opened | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** So many are remembered as told: every desk fetches the same line at every event. */
const MOST = 1000
const told = new Set<string>()

const keyOf = (wrapped: string): string => {
  try {
    return kidOf(wrapped)
  } catch {
    return 'unknown'
  }
}

/** Says once in the log which row it is, and which data key wrapped it. */
export function tellUnreadable(
  log: Deps['log'],
  { id, wrapped_key }: Pick<RequestRow, 'id' | 'wrapped_key'>,
) {
  if (told.has(id) || told.size >= MOST) return
  told.add(id)
  log?.('row-unreadable', { row: id, key: keyOf(wrapped_key) })
}
