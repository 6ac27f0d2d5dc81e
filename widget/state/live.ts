/** What only the running app has: content as it arrives, and what was done before the script came. */
import type { Promises } from '#core/contract/promise.ts'
import type { LoadedContent } from '../net/content.ts'

/** Ticks made, words typed, panels opened and Continue pressed before the script came: they count. */
export type Early = { ticked: string[]; flags: string[]; open: string[]; pressed: boolean; said: string }

export type Live = {
  content: LoadedContent | undefined
  /** the content did not come */
  failed: boolean
  retry: () => void
  promises: Promises | undefined
  early: Early
  /** the local day now, by the server’s time */
  today: () => string
  /** wipes the memory and leaves */
  exit: () => void
  /** the same conversation in another language; rejects when it does not come */
  speakIn: (lang: string) => Promise<void>
}
