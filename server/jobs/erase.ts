/** Erases every hour what was closed long enough ago, unless the clock is not believed. */
import { eraseDue } from '../callbacks/erase.ts'
import { isHeld } from '../promise/held.ts'
import type { Job } from './job.ts'

export const erase: Job = {
  name: 'erase',
  every: 60 * 60_000,
  notBefore: 60_000,
  async does({ store, organisation, clock, ...keeping }) {
    if (await store.read(organisation, isHeld)) return 'erasing-held'
    const { kept, unrecorded, scrubbed } = await eraseDue(store, organisation, clock.now(), keeping)
    if (kept > 0) return 'erasing-refused'
    if (unrecorded > 0) return 'unrecorded-erased'
    return scrubbed ? undefined : 'erasing-waits'
  },
}
