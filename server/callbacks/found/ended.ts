/** How a request ended, as its line tells it. */
import type { Ended } from '#core/contract/found.ts'
import type { QueueColumns } from '../../store/queue/lines.ts'
import { iso } from '../rows.ts'

/** @returns nothing of one that is open */
export const endedOf = ({
  closed_at,
  outcome,
  recorded,
}: Pick<QueueColumns, 'closed_at' | 'outcome' | 'recorded'>): Ended | undefined =>
  closed_at === null ? undefined : { at: iso(closed_at), outcome: outcome ?? '', recorded: recorded === 1 }
