/** What only the running app has: content as it arrives, and what was done before the script came. */
import type { Promises } from '#core/contract/promise.ts'
import type { Content } from '../content.ts'

/** Ticks made and panels opened before the script came: they count. */
export type Early = { ticked: string[]; flags: string[]; open: string[] }

export type Live = {
  content: Content | undefined
  /** the content did not come */
  failed: boolean
  retry: () => void
  promises: Promises | undefined
  early: Early
  /** local day of the conversation */
  on: string
  /** wipes the memory and leaves */
  exit: () => void
}
