/** What is limited, and how much of it there is. */
import type { Limits } from '../config.ts'
import type { Allowance } from './bucket.ts'

const MINUTE = 60_000

/** A code opens one request: whoever has it may look and change as often as a person can. */
const OWN = { follows: 1200, changes: 120 }
/** A person at the desk looks for somebody as often as the phone can ring; who tries names one after another is slowed down. */
const SEARCHES = 120

/** A name may be tried from so many networks as much as each may try it. */
const NETWORKS = 4

const widely = ({ max, window }: Allowance) => ({ max, window, shared: true as const })
const atLeast = (max: number, { max: configured }: Allowance) => ({
  max: Math.max(max, configured),
  window: 10 * MINUTE,
})

/** Of each kind, for one narrowest network or one name. The shared are counted over all processes. */
export const limitedRooms = ({ requests, codes, signIns, stray, promises }: Limits) => ({
  /** asking for a call */
  requests: widely(requests),
  /** codes that open nothing */
  codes: widely(codes),
  /** by a code: looking, changing */
  follows: atLeast(OWN.follows, codes),
  changes: atLeast(OWN.changes, codes),
  /** passwords that are wrong: of a name within a network, or from a device that the person has signed in on */
  signIns: widely(signIns),
  /** the same from everywhere */
  names: widely({ ...signIns, max: signIns.max * NETWORKS }),
  stray,
  promises,
  /** a person of the staff, looking for somebody */
  searches: atLeast(SEARCHES, codes),
})
