/** Sends and follows a request. A failure keeps everything; a retry is the same id, code and body. */

import type { Static } from 'typebox'
import type { CallbackRequestBody, Contact, MyRequest, Receipt } from '#core/contract/callback.ts'
import type { ProblemBody, ProblemCode } from '#core/contract/problem.ts'

export type Mine = Static<typeof MyRequest>
export type Stored = Static<typeof Receipt>
/** `offline`: no answer came at all, so it is not known whether it arrived. */
export type Trouble = { code: ProblemCode | 'offline'; field?: string }
export type Answered<Body> = { ok: true; body: Body } | { ok: false; trouble: Trouble }

const PATH = '/api/callback-requests'

async function call<Body>(
  method: string,
  path: string,
  code?: string,
  body?: unknown,
): Promise<Answered<Body>> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      headers: {
        ...(code ? { authorization: `Bearer ${code}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (answer.status === 204) return { ok: true, body: undefined as Body }
    const given = await answer.json()
    if (answer.ok) return { ok: true, body: given }
    const { code: problem, field } = given as ProblemBody
    return { ok: false, trouble: { code: problem, ...(field ? { field } : {}) } }
  } catch {
    return { ok: false, trouble: { code: 'offline' } }
  }
}

export const post = (body: CallbackRequestBody) => call<Stored>('POST', PATH, undefined, body)
export const getMine = (code: string) => call<Mine>('GET', `${PATH}/mine`, code)
export const withdraw = (code: string) => call<void>('DELETE', `${PATH}/mine`, code)
export const correct = (code: string, contact: Partial<Contact>) =>
  call<Mine>('PATCH', `${PATH}/mine`, code, { contact })
