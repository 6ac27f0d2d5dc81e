/**
 * Rows of erased requests wait sealed until there are enough to be moved together, shuffled: by no order, time or transaction
 * can one of them be joined to the request that it outlives.
 */
import { addDays, localTime } from '../promise/local-time.ts'
import { newId } from '../store/ids.ts'
import type { FiguresRow } from '../store/statistics.ts'
import type { Store } from '../store/store.ts'
import { shuffled } from './shuffled.ts'

/** Among fewer a request could be guessed. */
const TOGETHER = 20
/** In an area where little happens nothing waits longer than this, however few they are; what is erased late waits with the others too. */
const LONGEST_DAYS = 90
/** So many in one act. */
const BATCH = 200

/** Its id is of the day of receipt, so that the row's place tells nothing of the minute. */
export const rowId = ({ day }: Pick<FiguresRow, 'day'>) => newId(Date.parse(`${day}T00:00:00Z`))

/** @param now epoch ms. @returns how many were moved */
export async function moveStatistics(store: Store, organisation: string, now: number): Promise<number> {
  const longest = addDays(localTime(now).day, -LONGEST_DAYS)
  let moved = 0
  for (let after = ''; ; ) {
    const { last, count } = await store.record(organisation, async ({ statistics }) => {
      const page = await statistics.waiting(after, BATCH)
      // one that cannot be opened waits on: `verify` tells of it
      const waiting = page.flatMap(({ id, figures, since }) => (figures ? [{ id, figures, since }] : []))
      const isDue = waiting.length >= TOGETHER || waiting.some(({ since }) => since <= longest)
      const due = isDue ? shuffled(waiting) : []
      for (const { figures } of due) await statistics.add({ row: rowId(figures), ...figures })
      await statistics.forget(due.map(({ id }) => id))
      return { last: page.length < BATCH ? undefined : page.at(-1)?.id, count: due.length }
    })
    moved += count
    if (last === undefined) return moved
    after = last
  }
}
