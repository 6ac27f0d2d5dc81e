/** The end of an organisation's log in memory: read once per process, however many desks listen. */
import type { Event } from '#core/contract/event.ts'
import type { Store } from '../store/store.ts'

/** So many of the last events are kept: who is further behind reads the table. */
const KEPT = 1000
const PAGE = 500
const AGAIN_MS = 1000

export type Tail = {
  /** what is known after a number, in order and without gaps; nothing: read the table */
  since(number: number): readonly Event[] | undefined
  /** settles when the tail has grown past a number, or the signal is raised */
  grown(number: number, signal: AbortSignal): Promise<void>
  /** one listener less; the last one stops it */
  leave(): void
}

type Running = Tail & { join(): void }

/** Settles at the next ring, or when the signal is raised. */
const oneRing = (waiting: Set<() => void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      waiting.delete(done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    waiting.add(done)
    signal.addEventListener('abort', done)
  })

function start(store: Store, organisation: string, after: number, ended: () => void): Running {
  let events: Event[] = []
  let last = after
  let listeners = 0
  let reading = false
  let again = false
  const waiting = new Set<() => void>()

  const take = (more: Event[]) => {
    events = [...events, ...more].slice(-KEPT)
    last = more.at(-1)?.number ?? last
    for (const wake of [...waiting]) wake()
  }
  /** Reads what is new; a ring during the reading makes it look once more. */
  const look = async () => {
    again = true
    if (reading) return
    reading = true
    try {
      while (again) {
        again = false
        const more = await store.read(organisation, (view) => view.log.after(last, PAGE))
        if (more.length > 0) take(more)
        if (more.length === PAGE) again = true
      }
    } catch {
      setTimeout(() => void look(), AGAIN_MS).unref() // the database is away
    } finally {
      reading = false
    }
  }
  const stop = store.onWrite(organisation, () => void look())
  void look()
  return {
    since(number) {
      if (number >= last) return []
      const first = events[0]?.number ?? last + 1
      return number >= first - 1 ? events.slice(number - first + 1) : undefined
    },
    grown: (number, signal) => (last > number ? Promise.resolve() : oneRing(waiting, signal)),
    join: () => {
      listeners += 1
    },
    leave: () => {
      listeners -= 1
      if (listeners > 0) return
      stop()
      ended()
    },
  }
}

const tails = new WeakMap<Store, Map<string, Running>>()

/** The tail shared by all who listen to the organisation on this store. `after`: where it begins when it is new. */
export function joinTail(store: Store, organisation: string, after: number): Tail {
  const ofStore = tails.get(store) ?? new Map<string, Running>()
  tails.set(store, ofStore)
  const known = ofStore.get(organisation)
  const tail = known ?? start(store, organisation, after, () => ofStore.delete(organisation))
  if (!known) ofStore.set(organisation, tail)
  tail.join()
  return tail
}
