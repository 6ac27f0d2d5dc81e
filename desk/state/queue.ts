/** The queue on the screen is always the server’s: it is fetched whole, never patched. */
import type { Queue } from '#core/contract/desk.ts'
import { asRefused, call } from '../net/api.ts'
import { announceArrivals } from './announce.ts'
import { desk, sessionEnded } from './desk.ts'

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
    desk.set({ queue, queueProblem: undefined, clockAhead, arrived })
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded()
    else desk.set({ queueProblem: refused })
  }
}
