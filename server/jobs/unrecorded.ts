/** Says once a day that something was closed and nobody has marked it as recorded in the client system for too long. */
import type { Job } from './job.ts'

const DAY_MS = 24 * 60 * 60_000
/** Within a week it is somebody's to-do; after it somebody must be told. */
export const TOO_LONG_DAYS = 7

export const unrecorded: Job = {
  name: 'unrecorded',
  every: DAY_MS,
  async does({ store, organisation, clock }) {
    const closed = await store.read(organisation, ({ figures }) => figures.oldestUnrecorded())
    return closed !== undefined && closed < clock.now() - TOO_LONG_DAYS * DAY_MS
      ? 'unrecorded-waits'
      : undefined
  },
}
