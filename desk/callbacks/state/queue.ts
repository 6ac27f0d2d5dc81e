/** The queue on the screen is always the server’s: it is fetched whole, never patched. */
import type { Queue, QueueRow } from '#core/contract/desk.ts'
import { asRefused, call } from '../../net/api.ts'
import { desk, sessionEnded } from '../../state/desk.ts'
import { prepareWords } from '../../words/content.ts'
import { announceArrivals } from './announce.ts'

/** Rows of older conversations name their life areas as they were then; the rows are drawn again when the names come. */
export async function prepareRows(rows: readonly QueueRow[]): Promise<void> {
  const revisions = new Set(rows.flatMap(({ revision }) => revision ?? []))
  const brought = await Promise.all([...revisions].map(prepareWords))
  if (brought.includes(true)) desk.set({ words: desk.get().words + 1 })
}

/** Fetches the whole queue; what is not in it any more leaves the screen. */
export async function refreshQueue(): Promise<void> {
  try {
    const asked = Date.now()
    const queue = await call<Queue>('GET', '/api/desk/queue')
    const before = desk.get().queue
    // Two questions may be answered in the other order: the higher number is the newer truth.
    if (desk.get().phase !== 'signed-in' || (before && before.number > queue.number)) return
    const arrived = announceArrivals(before, queue)
    const clockAhead = Date.parse(queue.now) - (asked + Date.now()) / 2
    desk.set({ queue, queueProblem: undefined, clockAhead, arrived, knownAt: Date.parse(queue.now) })
    void prepareRows(queue.rows)
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded()
    else desk.set({ queueProblem: refused })
  }
}
