/** Erases every hour what was closed long enough ago and is recorded in the client system. */
import { eraseDue } from '../callbacks/erase.ts'
import type { Job } from './job.ts'

export const erase: Job = {
  name: 'erase',
  every: 60 * 60_000,
  async does({ store, organisation, clock, keepDays }) {
    const { scrubbed } = await eraseDue(store, organisation, clock.now(), keepDays)
    return scrubbed ? undefined : 'erasing-waits'
  },
}
