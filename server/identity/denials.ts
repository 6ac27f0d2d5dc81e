/** What was asked for and not given is written down: a reader who tries other people’s requests leaves a trace. */
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Staff } from './sessions.ts'

const ID = /^[0-9a-f-]{36}$/

/**
 * Runs an act on one request. `not-found` may mean that it is another area’s: the asker is not told which, the access
 * log is.
 */
export function writingDenials({ store, organisation }: { store: Store; organisation: string }) {
  return async <T>(staff: Staff, action: string, id: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not-found' && ID.test(id))
        await store.record(organisation, async (tx) => {
          tx.access.add({ person: staff.person, action: `denied:${action}`, request: id, ground: 'no-reach' })
        })
      throw error
    }
  }
}
