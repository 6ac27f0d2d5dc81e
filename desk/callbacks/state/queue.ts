/** The queue on the screen is always the server’s: it is fetched whole, never patched. */
import type { Queue, QueueRow } from '#core/contract/desk.ts'
import { asRefused, call } from '../../net/api.ts'
import { setClock, steadyNow } from '../../state/clock.ts'
import { connection } from '../../state/connection.ts'
import { session, sessionEnded } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { prepareWords } from '../../words/content.ts'
import { announceArrivals } from './announce.ts'
import { callbacks } from './callbacks.ts'

/** Rows of older conversations name their life areas as they were then; the rows are drawn again when the names come. */
export async function prepareRows(rows: readonly QueueRow[]): Promise<void> {
  const revisions = new Set(rows.flatMap(({ revision }) => revision ?? []))
  const brought = await Promise.all([...revisions].map(prepareWords))
  if (brought.includes(true)) speaking.set({ words: speaking.get().words + 1 })
}

/** Fetches the whole queue; what is not in it any more leaves the screen. */
export async function refreshQueue(): Promise<void> {
  try {
    const asked = steadyNow()
    const queue = await call<Queue>('GET', '/api/desk/queue')
    const before = callbacks.get().queue
    // Two questions may be answered in the other order: the higher number is the newer truth.
    if (session.get().phase !== 'signed-in' || (before && before.number > queue.number)) return
    const arrived = announceArrivals(before, queue)
    const now = Date.parse(queue.now)
    setClock(now, asked)
    connection.set({ knownAt: now })
    callbacks.set({ queue, queueProblem: undefined, arrived })
    void prepareRows(queue.rows)
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded()
    else callbacks.set({ queueProblem: refused })
  }
}
