/** Gives those who wait without a date one as soon as a day has room. */
import { dateUndated } from '../callbacks/forward.ts'
import { localTime } from '../promise/local-time.ts'
import type { Job } from './job.ts'

export const forward: Job = {
  name: 'forward',
  every: 5 * 60_000,
  async does({ store, organisation, clock }) {
    const now = clock.now()
    const areas = await store.read(organisation, ({ place }) => place.areas(localTime(now).day))
    for (const { area } of areas) await dateUndated(store, organisation, area, now)
    return undefined
  },
}
