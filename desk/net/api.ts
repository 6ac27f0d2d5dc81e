/** Every request of the desk to the server: JSON in and out, refusals as one kind of error. */

import type { ProblemBody, ProblemCode } from '#core/contract/problem.ts'
import { from } from './practice.ts'

/**
 * A refusal of the server; `network` when no answer came; `unsure` when that was the answer to an act, which may have
 * been done all the same. Its words are `problem.{code}`, else `messages:{code}`.
 */
export type RefusalCode = ProblemCode | 'network' | 'unsure' | 'checked'
export class Refused extends Error {
  readonly code: RefusalCode
  readonly status: number
  /** first name of the person who holds the request */
  readonly by: string | undefined
  readonly field: string | undefined
  /** what is wrong in one word, and (in English) in a sentence */
  readonly reason: string | undefined
  readonly detail: string | undefined

  constructor(code: RefusalCode, status = 0, body: Partial<ProblemBody> = {}) {
    super(code)
    this.code = code
    this.status = status
    this.by = body.by
    this.field = body.field
    this.reason = body.reason
    this.detail = body.detail
  }
}

/** A line may die without a word: after so long there will be no answer. */
const ANSWER_MS = 20_000

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

async function refusal(response: Response): Promise<Refused> {
  const body = await response.json().catch(() => ({}))
  if (typeof body.code === 'string') return new Refused(body.code, response.status, body)
  // Without our words it is something between us and the server that speaks: the server has not answered.
  const between = response.status >= 500 ? 'network' : 'internal'
  return new Refused(response.status === 401 ? 'signed-out' : between, response.status, body)
}

/**
 * Sends one request with the session cookie. `seen`: the mark of what is changed, as it was on the screen. Answers the parsed body, or undefined when there is none.
 * Throws `Refused`; nothing is retried, because a person waits and decides.
 */
export const call = <Answer>(method: Method, path: string, body?: unknown, seen?: string): Promise<Answer> =>
  send(
    method,
    path,
    { accept: 'application/json', ...(seen !== undefined && { 'if-match': `"${seen}"` }) },
    body,
  )

/** The page asks by itself, without a person: it is no sign that somebody is here, and does not keep the session alive. */
export const callByItself = <Answer>(path: string): Promise<Answer> =>
  send('GET', path, { accept: 'application/json', 'x-kynnys-by-itself': '1' })

async function send<Answer>(
  method: Method,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  // The header that a plain form of another site cannot send: the server refuses writes without it.
  if (method !== 'GET') headers['x-kynnys'] = '1'
  if (body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  // Content parts are immutable and hold nothing personal; everything else stays out of the browser's cache.
  if (!path.startsWith('/api/content/')) init.cache = 'no-store'
  if (body !== undefined) init.body = JSON.stringify(body)
  init.signal = AbortSignal.timeout(ANSWER_MS)
  const response = await fetch(from(path), init).catch(() => {
    throw new Refused('network')
  })
  if (!response.ok) throw await refusal(response)
  if (response.status === 204) return undefined as Answer
  return (await response.json().catch(() => {
    throw new Refused('network', response.status)
  })) as Answer
}

/** What was refused, whatever was thrown. */
export const asRefused = (thrown: unknown): Refused =>
  thrown instanceof Refused ? thrown : new Refused('internal')
