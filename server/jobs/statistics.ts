/** Moves what was counted of erased requests to the statistics, many at once and in no order. */
import { moveStatistics } from '../statistics/move.ts'
import type { Job } from './job.ts'

export const statistics: Job = {
  name: 'statistics',
  every: 60 * 60_000,
  async does({ store, organisation, clock }) {
    await moveStatistics(store, organisation, clock.now())
    return undefined
  },
}
