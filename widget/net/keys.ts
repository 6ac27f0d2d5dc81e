/** The keys of a request that is made in this browser. */
import { keysOf, type RequestKeys } from '#core/request/keys.ts'

export { inFours } from '#core/request/code.ts'
export type { RequestKeys }

/** New keys; `now` in epoch milliseconds. */
export const makeKeys = (now: number): RequestKeys =>
  keysOf(now, (count) => crypto.getRandomValues(new Uint8Array(count)))
