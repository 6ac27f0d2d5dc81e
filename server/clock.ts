/** Time as an argument: every room is told the hour, so that tests can choose it. */
export type Clock = {
  /** epoch milliseconds */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
