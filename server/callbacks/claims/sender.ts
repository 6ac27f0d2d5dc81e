/** From where a request came, as far as the calendar minds it: how much one network may claim of everybody's days. */

import { isAfraid } from '#core/flow/afraid.ts'
import { type Sender, scopesOf } from '../../promise/budget.ts'
import { localTime } from '../../promise/local-time.ts'
import type { Tx } from '../../store/store.ts'
import type { FoldFacts } from '../fold.ts'

/** The sender's network and the wider one around it, as text: in memory only. */
export type Network = { address: string; wide: string }

/** Keyed hashes of the day: tomorrow the same network has another one. */
export const senderOf = (tx: Tx, { address, wide }: Network, day: string): Sender => ({
  address: tx.seal.index('network', [day, address]),
  wide: tx.seal.index('network', [day, wide]),
})

type Claiming = { sender: Sender; area: string; now: number; isProven: boolean; scale: number }

/** @returns whether one more place may be claimed, which is then counted. @see scopesOf for its arguments */
export const mayClaim =
  (tx: Tx, { sender, area, now, isProven, scale }: Claiming) =>
  (ofDay: number, isReserve: boolean): Promise<boolean> =>
    tx.claims.take(area, scopesOf({ sender, now: localTime(now), ofDay, isProven, scale, isReserve }))

/** @returns true once an hour and area, in whatever process: a flood is told of, and the log is not flooded */
export function tellsOfFlood(tx: Tx, area: string, now: number): Promise<boolean> {
  const { day, hour } = localTime(now)
  return tx.claims.take(area, [{ scope: 'told', period: `${day}T${hour}`, limit: 1 }])
}

/** A danger, fear of somebody near, or no time at which a call is surely safe: such a request is never only one of many. */
export const toldOfDanger = ({ contact, flags, attention }: FoldFacts): boolean =>
  flags.length > 0 || isAfraid({ flags, attention }) || contact.safeToCall === false
