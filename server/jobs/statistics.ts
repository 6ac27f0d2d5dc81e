/** Moves what was counted of erased requests to the statistics, many at once and in no order; forgets the days of old ones; counts. */
import { collapseStatistics } from '../statistics/collapse.ts'
import { countFigures } from '../statistics/count.ts'
import { moveStatistics } from '../statistics/move.ts'
import type { Job } from './job.ts'

export const statistics: Job = {
  name: 'statistics',
  every: 60 * 60_000,
  async does({ store, organisation, clock }) {
    const now = clock.now()
    await moveStatistics(store, organisation, now)
    await collapseStatistics(store, organisation, now)
    // last: nothing moves while it counts
    await countFigures(store, organisation, now)
    return undefined
  },
}
