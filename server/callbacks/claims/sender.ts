/** From where a request came, as far as the calendar minds it: how much one network may claim of everybody's days. */
import { type Sender, scopesOf } from '../../promise/budget.ts'
import { localTime } from '../../promise/local-time.ts'
import type { Tx } from '../../store/store.ts'

/** The sender's network and the wider one around it, as text: in memory only. */
export type Network = { address: string; wide: string }

/** Keyed hashes of the day: tomorrow the same network has another one. */
export const senderOf = (tx: Tx, { address, wide }: Network, day: string): Sender => ({
  address: tx.seal.index('network', [day, address]),
  wide: tx.seal.index('network', [day, wide]),
})

/** Of an ordinary day's places, or of those held back; `places`: how many of a day it takes. */
export type Claimed = { ofDay: number; isReserve: boolean; places: number }
export type MayClaim = (claimed: Claimed) => Promise<boolean>

type Claiming = { sender: Sender; area: string; now: number; isProven: boolean; scale: number }

/** @returns whether one more place may be claimed, which is then counted. @see scopesOf for its arguments */
export const mayClaim =
  (tx: Tx, { sender, area, now, isProven, scale }: Claiming) =>
  ({ ofDay, isReserve, places }: Claimed): Promise<boolean> =>
    tx.claims.take(area, scopesOf({ sender, now: localTime(now), ofDay, isProven, scale, isReserve }), places)

/** @returns true once an hour and area, in whatever process: a flood is told of, and the log is not flooded */
export function tellsOfFlood(tx: Tx, area: string, now: number): Promise<boolean> {
  const { day, hour } = localTime(now)
  return tx.claims.take(area, [{ scope: 'told', period: `${day}T${hour}`, limit: 1 }])
}
