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
  grown(number: number): Promise<void>
  /** one listener less; the last one stops it */
  leave(): void
}

type Running = { join(signal: AbortSignal): Tail }

/** One who listens: rung when the tail has grown, and once more when the signal is raised. */
function earOf(signal: AbortSignal) {
  let heard = () => {}
  const ring = () => heard()
  // once for the whole listening: a thousand desks would else add and remove a listener at every event
  signal.addEventListener('abort', ring)
  return {
    ring,
    next: () =>
      new Promise<void>((resolve) => {
        if (signal.aborted) return resolve()
        heard = resolve
      }),
    close: () => signal.removeEventListener('abort', ring),
  }
}

function start(store: Store, organisation: string, after: number, ended: () => void): Running {
  let events: Event[] = []
  let last = after
  let reading = false
  let again = false
  const ears = new Set<ReturnType<typeof earOf>>()

  const take = (more: Event[]) => {
    events = [...events, ...more].slice(-KEPT)
    last = more.at(-1)?.number ?? last
    for (const { ring } of ears) ring()
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
  const since = (number: number) => {
    if (number >= last) return []
    const first = events[0]?.number ?? last + 1
    return number >= first - 1 ? events.slice(number - first + 1) : undefined
  }
  const leave = (ear: ReturnType<typeof earOf>) => {
    ear.close()
    ears.delete(ear)
    if (ears.size > 0) return
    stop()
    ended()
  }
  return {
    join(signal) {
      const ear = earOf(signal)
      ears.add(ear)
      return {
        since,
        grown: (number) => (last > number ? Promise.resolve() : ear.next()),
        leave: () => leave(ear),
      }
    },
  }
}

const tails = new WeakMap<Store, Map<string, Running>>()

/** The tail shared by all who listen to the organisation on this store. `after`: where it begins when it is new. */
export function joinTail(store: Store, organisation: string, after: number, signal: AbortSignal): Tail {
  const ofStore = tails.get(store) ?? new Map<string, Running>()
  tails.set(store, ofStore)
  const known = ofStore.get(organisation)
  const tail = known ?? start(store, organisation, after, () => ofStore.delete(organisation))
  if (!known) ofStore.set(organisation, tail)
  return tail.join(signal)
}
