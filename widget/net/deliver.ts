/** One try to send, whatever an earlier try left behind: in the end one request is stored, and it is the card. */
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { makeKeys, type RequestKeys } from './keys.ts'
import { post, type Reply, type Stored, withdraw } from './outbox.ts'

type Delivered = { answer: Reply<Stored>; keys: RequestKeys }

/**
 * `again`: it was tried before. When an earlier try arrived after all, but its answer did not, and the card has changed
 * since, what arrived is withdrawn first, so that nothing removed from the card stays stored. What we withdrew ourselves
 * is gone, also when that answer was lost: the card is then sent under new keys.
 */
export async function deliver(body: CallbackRequestBody, again: boolean): Promise<Delivered> {
  const answer = await post(body)
  const code = answer.ok ? undefined : answer.trouble.code
  if (!again || (code !== 'gone' && code !== 'already-received')) return { answer, keys: body }
  const gone: Reply<void> = code === 'gone' ? { ok: true, body: undefined } : await withdraw(body.code)
  if (!gone.ok && gone.trouble.code !== 'gone') return { answer: gone, keys: body }
  const fresh = { ...body, ...makeKeys(Date.now()) }
  return { answer: await post(fresh), keys: fresh }
}
