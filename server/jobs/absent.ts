/** Hands on what somebody holds whose absence has begun: a day begins without anybody pressing anything. */
import { handOnFromAbsent } from '../callbacks/absent/hand-on.ts'
import type { Job } from './job.ts'

export const absent: Job = {
  name: 'absent',
  every: 10 * 60_000,
  async does({ store, organisation, clock }) {
    await handOnFromAbsent(store, organisation, clock.now())
    return undefined
  },
}
