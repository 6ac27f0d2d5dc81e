/** After thirteen months the day of a request is forgotten: its row says the month, and lies among the month's others in no order. */
import { addDays, localTime } from '../promise/local-time.ts'
import type { Store } from '../store/store.ts'
import { rowId } from './move.ts'
import { daysKeptFrom, firstOf, monthsBefore, monthsLater } from './periods.ts'
import { shuffled } from './shuffled.ts'

/** So many in one act. */
const BATCH = 200

/** @param now epoch ms. @returns how many forgot their day */
export async function collapseStatistics(store: Store, organisation: string, now: number): Promise<number> {
  const oldest = await store.read(organisation, ({ counted }) => counted.oldestMoved())
  if (oldest === undefined) return 0
  let collapsed = 0
  for (const month of monthsBefore(daysKeptFrom(localTime(now).day), oldest)) {
    const day = firstOf(month)
    const last = addDays(firstOf(monthsLater(month, 1)), -1)
    // those of the first day stand as the others shall
    const names = await store.read(organisation, ({ counted }) => counted.movedNames(addDays(day, 1), last))
    const order = shuffled(names)
    for (let at = 0; at < order.length; at += BATCH)
      collapsed += await store.record(organisation, async ({ counted, statistics }) => {
        const taken = shuffled(await counted.takeMoved(order.slice(at, at + BATCH)))
        for (const figures of taken) await statistics.add({ row: rowId({ day }), ...figures, day })
        return taken.length
      })
  }
  return collapsed
}
