/** A clock that has jumped erases for ever: at a start the machine’s clock is held against what was written last. */
import type { Store, Tx } from '../store/store.ts'

const MINUTE_MS = 60_000
/** Machines of several processes differ by less, and so does one that is set right. */
const BEHIND_MS = 10 * MINUTE_MS
/** A long weekend, a summer’s pause or a restored backup is no jump. */
const AHEAD_MS = 35 * 24 * 60 * MINUTE_MS

/** Who is named in the access log when the clock is judged. */
const CLOCK = 'clock'
const JUMPED = 'clock.jumped'

/** @param latest when something was written last; both in epoch milliseconds */
export const hasJumped = (now: number, latest: number | undefined): boolean =>
  latest !== undefined && (now < latest - BEHIND_MS || now > latest + AHEAD_MS)

/** Is erasing held, because the clock had jumped at a start and nobody has said since that it is right? */
export const isHeld = async ({ log }: Pick<Tx, 'log'>): Promise<boolean> =>
  (await log.latestBy(CLOCK))?.action === JUMPED

/** @returns whether erasing is held. It is written down, so that what is stored meanwhile under that clock does not hide it */
export const judgeClock = (store: Store, organisation: string, now: number): Promise<boolean> =>
  store.record(organisation, async (tx) => {
    if (await isHeld(tx)) return true
    if (!hasJumped(now, await tx.log.latestAt())) return false
    tx.access.add({ person: CLOCK, action: JUMPED, ground: 'start' })
    return true
  })

/** The operator says that the clock is right: erasing goes on. */
export const sayClockIsRight = (store: Store, organisation: string): Promise<void> =>
  store.record(organisation, async ({ access }) =>
    access.add({ person: CLOCK, action: 'clock.right', ground: 'operator' }),
  )
