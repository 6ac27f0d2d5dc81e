/** Forgets every hour who has their whole room again: of hashes that nobody needs none is kept. */
import type { Job } from './job.ts'

export const limits: Job = {
  name: 'limits',
  every: 60 * 60_000,
  async does({ store, organisation, clock }) {
    await store.record(organisation, (tx) => tx.meter.forget(clock.now()))
    return undefined
  },
}
