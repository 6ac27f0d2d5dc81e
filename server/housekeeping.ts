/** What the running server does by itself: erases on schedule, every hour, in whichever process is first. */
import { eraseDue } from './callbacks/erase.ts'
import type { Clock } from './clock.ts'
import type { Store } from './store/store.ts'

const HOUR = 60 * 60_000

type Parts = { store: Store; organisation: string; clock: Clock; keepDays: number; say(line: string): void }

/**
 * Erases at once and then every hour what was closed more than `keepDays` days ago and is recorded in the client system.
 * @returns how to stop
 */
export function keepHouse({ store, organisation, clock, keepDays, say }: Parts): () => void {
  const erase = () =>
    eraseDue(store, organisation, clock.now(), keepDays).then(
      ({ scrubbed }) => {
        if (!scrubbed) say('erasing-waits')
      },
      () => say('erasing-failed'),
    )
  void erase()
  const timer = setInterval(erase, HOUR).unref()
  return () => clearInterval(timer)
}
