/**
 * A clock that has jumped erases for ever, and promises days that do not come: at a start the machine’s clock is held against
 * what was written last, and while the server runs against the clock that only counts.
 */
import { CLOCK, isHeld, JUMPED } from '../promise/held.ts'
import type { Store } from '../store/store.ts'

const MINUTE_MS = 60_000
/** Machines of several processes differ by less, and so does one that is set right. */
const BEHIND_MS = 10 * MINUTE_MS
/** A long weekend, a summer’s pause or a restored backup is no jump; nor is a machine that slept as long. */
const AHEAD_MS = 35 * 24 * 60 * MINUTE_MS
/** So often a running clock is looked at: what is erased or promised between is as little. */
const LOOK_MS = 1000

/** @param latest when something was written last; both in epoch milliseconds */
export const hasJumped = (now: number, latest: number | undefined): boolean =>
  latest !== undefined && (now < latest - BEHIND_MS || now > latest + AHEAD_MS)

const hold = (store: Store, organisation: string, ground: string) =>
  store.record(organisation, async (tx) => {
    if (!(await isHeld(tx))) tx.access.add({ person: CLOCK, action: JUMPED, ground })
  })

/** @returns whether it is held. It is written down, so that what is stored meanwhile under that clock does not hide it */
export async function judgeClock(store: Store, organisation: string, now: number): Promise<boolean> {
  const jumped = await store.read(
    organisation,
    async (view) => (await isHeld(view)) || hasJumped(now, await view.log.latestAt()),
  )
  if (jumped) await hold(store, organisation, 'start')
  return jumped
}

/** Milliseconds: what the machine says it is, and what has passed, which nobody can set. */
export type Clocks = { wall: () => number; counted: () => number }
const MACHINE: Clocks = { wall: () => Date.now(), counted: () => performance.now() }

/**
 * @param tell is told of a jump once it is written down
 * @returns `look`, which is done every second, and `stop`
 */
export function watchClock(
  store: Store,
  organisation: string,
  tell: (line: string) => void,
  { wall, counted }: Clocks = MACHINE,
) {
  let last = wall() - counted()
  const look = async () => {
    const now = wall() - counted()
    const before = last
    last = now
    if (!hasJumped(now, before)) return
    try {
      await hold(store, organisation, 'running')
    } catch {
      // nothing can be stored: it is looked at again
      last = before
      return
    }
    tell('clock-jumped')
  }
  const timer = setInterval(() => void look(), LOOK_MS).unref()
  return { look, stop: () => clearInterval(timer) }
}

/** The operator says that the clock is right: days are promised and what is due is erased again. */
export const sayClockIsRight = (store: Store, organisation: string): Promise<void> =>
  store.record(organisation, async ({ access }) =>
    access.add({ person: CLOCK, action: 'clock.right', ground: 'operator' }),
  )
