/**
 * How many places of the calendar one sender may claim: a request is always stored, but no sender takes what is everybody's.
 * Counted are networks, not people: a library is one of them, and so are thousands who share an operator's address. What is
 * counted is whole places of the area: a small place loses less to a flood than it would to a fixed number.
 */
import type { ClaimScope } from '../store/claims/counts.ts'
import type { LocalTime } from './local-time.ts'

/** The network of a sender as keyed hashes of the day: its address, and the wider one in which senders change theirs. */
export type Sender = { address: string; wide: string }

/**
 * Parts of a day's places. One who has done the proof of work may claim more: a crowded library does it unseen. Of the wide
 * network's own share a sender with many addresses cannot have more either, so that a flood costs others one day at most.
 */
const SHARES = {
  address: { plain: 1, proven: 2 },
  wide: { plain: 1, proven: 3 },
} as const
/** Of all senders together in one hour: beyond it every one of them is asked for the proof, which costs a true one a second. */
const OF_AN_HOUR = 1

/** The smallest place has one to give. */
const places = (share: number) => Math.max(1, Math.floor(share))

type ClaimAsked = {
  sender: Sender
  /** local now */
  now: LocalTime
  /** what the area can promise for an ordinary day, or, of the places held back, of those */
  ofDay: number
  isProven: boolean
  /** how generous the place is: 1 as above */
  scale: number
  /** of the places that are held back for those who say that it is today */
  isReserve?: boolean
}

/** The scopes in which a claim must find room: in all of them, or it is none. */
export function scopesOf({
  sender,
  now,
  ofDay,
  isProven,
  scale,
  isReserve = false,
}: ClaimAsked): ClaimScope[] {
  const kind = isReserve ? 'reserve ' : ''
  const who = isProven ? 'proven' : 'plain'
  const networks = (['address', 'wide'] as const).map((width) => ({
    scope: `${kind}${width} ${sender[width]}`,
    period: now.day,
    limit: places(SHARES[width][who] * ofDay * scale),
  }))
  if (isProven) return networks
  const hour = `${now.day}T${String(now.hour).padStart(2, '0')}`
  return [...networks, { scope: `${kind}area`, period: hour, limit: places(OF_AN_HOUR * ofDay * scale) }]
}

/** What became of a claim that was more than its network may have: it stands aside, or was proven afterwards. */
export const CLAIM_FATES = ['aside', 'proven'] as const
export type ClaimFate = (typeof CLAIM_FATES)[number]
export const noClaims = (): Record<ClaimFate, number> => ({ aside: 0, proven: 0 })
