/** Sending with patience: it says when it is slow, and tries again by itself when only the connection is to blame. */

import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { deliver } from '../net/deliver.ts'
import { makeKeys, type RequestKeys } from '../net/keys.ts'
import type { Stored, Trouble } from '../net/outbox.ts'
import { foundSent, tellSent } from '../net/tabs.ts'
import { useAskBeforeLeaving } from '../press/ask-before-leaving.ts'

/** After this the resident is told that it takes long (milliseconds). */
const SLOW = 5_000
/** Pauses before the tries that the page makes by itself (milliseconds); after them a person decides. */
const PAUSES = [3_000, 10_000, 20_000, 40_000, 60_000, 60_000]
/** What passes without anybody changing anything. */
const PASSING: Trouble['code'][] = ['offline', 'too-many-requests', 'too-busy', 'unavailable']

export type Sending = {
  /** `waiting`: tries again by itself; `stopped`: waits for a press */
  state: 'idle' | 'sending' | 'slow' | 'waiting' | 'stopped'
  trouble?: Trouble
  /** when it tries again (epoch milliseconds); absent: when the connection returns */
  at?: number
}

/** The pause before the next try; `undefined` when a person is needed. Without a connection only its return counts. */
function pauseFor({ code, retryAfter = 0 }: Trouble, tries: number): number | undefined {
  const pause = PAUSES[tries]
  if (!PASSING.includes(code) || pause === undefined) return undefined
  return navigator.onLine ? Math.max(pause, retryAfter * 1000) : Number.POSITIVE_INFINITY
}

/** What outlives the screen of the request: a second visit to it sends the same request. */
export type KeptSending = { keys: RequestKeys; tried: boolean }

/** From now on it is another request. */
export const renew = (kept: KeptSending) => Object.assign(kept, { keys: makeKeys(Date.now()), tried: false })

type Hands = {
  /** the body as the card now stands */
  body: () => CallbackRequestBody
  kept: KeptSending
  onStored: (receipt: Stored) => void
  /** the server refuses this field (a JSON pointer) */
  onField: (field: string) => void
}

export function useSending({ body, kept, onStored, onField }: Hands) {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const busy = useRef(false)
  const left = useRef(false)
  /** ends what waits for a later try */
  const pending = useRef<(() => void) | undefined>(undefined)

  const attempt = async (tries: number) => {
    if (busy.current) return
    busy.current = true
    pending.current?.()
    setSending({ state: 'sending' })
    const slow = setTimeout(() => setSending({ state: 'slow' }), SLOW)
    const again = kept.tried
    kept.tried = true
    const { answer, keys } = await deliver({ ...body(), ...kept.keys }, again)
    clearTimeout(slow)
    kept.keys = { id: keys.id, code: keys.code }
    busy.current = false
    if (answer.ok) tellSent()
    if (left.current) return
    if (answer.ok) {
      setSending({ state: 'idle' })
      return onStored(answer.body)
    }
    later(answer.trouble, tries)
  }
  const later = (trouble: Trouble, tries: number) => {
    // its id came with another code: another tab has sent this conversation, and did not tell
    if (trouble.code === 'not-found') return foundSent()
    if (trouble.code === 'gone') renew(kept)
    if (trouble.field) onField(trouble.field)
    const pause = pauseFor(trouble, tries)
    if (pause === undefined) return setSending({ state: 'stopped', trouble })
    const again = () => void attempt(tries + 1)
    const finite = Number.isFinite(pause)
    const timer = finite ? setTimeout(again, pause) : undefined
    // how long a crowded service wants us to wait is not shortened by a connection that comes back
    if (trouble.code === 'offline' || !finite) addEventListener('online', again)
    pending.current = () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      pending.current = undefined
    }
    setSending({ state: 'waiting', trouble, ...(finite ? { at: Date.now() + pause } : {}) })
  }
  /** No more tries by itself: what is on the card now is sent when the resident says so. */
  const stop = useCallback(() => {
    if (!pending.current) return
    pending.current()
    setSending(({ trouble }) => ({ state: 'stopped', ...(trouble ? { trouble } : {}) }))
  }, [])
  useLayoutEffect(
    () => () => {
      left.current = true
      pending.current?.()
    },
    [],
  )
  useAskBeforeLeaving(['sending', 'slow', 'waiting'].includes(sending.state))
  return { sending, send: () => void attempt(0), stop }
}
