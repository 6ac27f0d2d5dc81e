/** A store for a busy machine: what no answer came to in time is asked again, as a resident's browser asks again. */
import { Refusal } from '../../server/refusal.ts'
import { isSlow } from '../../server/store/engines/failures.ts'
import type { Store } from '../../server/store/store.ts'
import { until } from './process.ts'

/** A statement was given up, or one that stood in line for a lock: a crowd, or a machine that does much else. */
const byACrowd = ({ cause }: Refusal) => isSlow(cause)
/** Whatever the reason: beside a proof in which databases and lines die. */
export const whatever = () => true

/** @param again which of the answers “unavailable” are asked again; by itself only those of a crowd */
export function patient(store: Store, again: (error: Refusal) => boolean = byACrowd): Store {
  async function asked<Seen>(look: () => Promise<Seen>): Promise<Seen> {
    const seen: Seen[] = []
    await until('the database answers in time', async () => {
      try {
        seen.push(await look())
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'unavailable' || !again(error)) throw error
      }
      return seen.length > 0
    })
    return seen[0] as Seen
  }
  return {
    ...store,
    read: (organisation, look) => asked(() => store.read(organisation, look)),
    record: (organisation, act) => asked(() => store.record(organisation, act)),
  }
}
