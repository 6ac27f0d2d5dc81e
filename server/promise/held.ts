/** Under a clock that has jumped no day is promised and nothing erased, until an operator says that it is right. */
import type { View } from '../store/store.ts'

/** Who is named in the access log when the clock is judged. */
export const CLOCK = 'clock'
export const JUMPED = 'clock.jumped'

/** Has the clock jumped, and has nobody said since that it is right? */
export const isHeld = async ({ log }: Pick<View, 'log'>): Promise<boolean> =>
  (await log.latestBy(CLOCK))?.action === JUMPED
