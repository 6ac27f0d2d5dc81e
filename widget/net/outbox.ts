/** Sends and follows a request. A failure keeps everything; a retry is the same id, code and body. */

import type { Static } from 'typebox'
import type { CallbackRequestBody, Contact, MyRequest, Receipt } from '#core/contract/callback.ts'
import type { ProblemBody, ProblemCode } from '#core/contract/problem.ts'
import { setClock } from './clock.ts'
import { within } from './content.ts'

export type OwnRequest = Static<typeof MyRequest>
export type Stored = Static<typeof Receipt>
/** `offline`: no whole answer came, so it is not known whether it arrived. `retryAfter` in seconds. */
export type Trouble = { code: ProblemCode | 'offline'; field?: string; retryAfter?: number }
export type Reply<Body> = { ok: true; body: Body } | { ok: false; trouble: Trouble }

export const PATH = '/api/callback-requests'

/** What an answer says that is no problem of ours: a proxy's own page, or half of one. */
const byStatus = (status: number): Trouble['code'] =>
  status === 429 ? 'too-many-requests' : status > 499 ? 'unavailable' : 'offline'

async function troubleOf(answer: Response): Promise<Trouble> {
  const { code, field, retryAfter } = (await answer.json().catch(() => ({}))) as Partial<ProblemBody>
  const seconds = retryAfter ?? Number(answer.headers.get('retry-after'))
  return {
    code: code ?? byStatus(answer.status),
    ...(field ? { field } : {}),
    ...(seconds > 0 ? { retryAfter: seconds } : {}),
  }
}

export async function call<Body>(
  method: string,
  path: string,
  code?: string,
  body?: unknown,
): Promise<Reply<Body>> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      signal: within(),
      headers: {
        ...(code ? { authorization: `Bearer ${code}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (answer.status === 204) return { ok: true, body: undefined as Body }
    if (answer.ok) return { ok: true, body: await answer.json() }
    return { ok: false, trouble: await troubleOf(answer) }
  } catch {
    return { ok: false, trouble: { code: 'offline' } }
  }
}

export const post = (body: CallbackRequestBody) => call<Stored>('POST', PATH, undefined, body)
/** One's own request; its answer tells the server's time too, by which it is judged. */
export async function getMine(code: string): Promise<Reply<OwnRequest>> {
  const asked = Date.now()
  const reply = await call<OwnRequest>('GET', `${PATH}/mine`, code)
  if (reply.ok) setClock(Date.parse(reply.body.at), asked)
  return reply
}
export const withdraw = (code: string) => call<void>('DELETE', `${PATH}/mine`, code)
export const correct = (code: string, contact: Partial<Contact>) =>
  call<OwnRequest>('PATCH', `${PATH}/mine`, code, { contact })
