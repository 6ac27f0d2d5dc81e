/** What was asked cannot be done: thrown by acts and guards, answered by the one error handler as problem+json. */
import type { ProblemCode } from '#core/contract/problem.ts'

const STATUS: Record<ProblemCode, number> = {
  'malformed-body': 400,
  'invalid-field': 400,
  'too-large': 413,
  'unsupported-media-type': 415,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-received': 409,
  gone: 410,
  'signed-out': 401,
  'wrong-sign-in': 401,
  forbidden: 403,
  'wrong-origin': 403,
  'insecure-sign-in': 403,
  'already-taken': 409,
  'not-yours': 409,
  'wrong-status': 409,
  'other-register': 409,
  unreadable: 409,
  'too-many-requests': 429,
  'too-busy': 503,
  unavailable: 503,
  internal: 500,
}

type Details = {
  field?: string
  detail?: string
  reason?: string
  by?: string
  retryAfter?: number
  cause?: unknown
}

export class Refusal extends Error {
  readonly code: ProblemCode
  readonly status: number
  /** JSON pointer of the field at fault */
  readonly field?: string
  /** members of the problem body besides the code: what is wrong in words and in one word, who holds it, when to try again */
  readonly extra: { detail?: string; reason?: string; by?: string; retryAfter?: number }

  constructor(code: ProblemCode, { field, detail, reason, by, retryAfter, cause }: Details = {}) {
    super(code, { cause })
    this.name = 'Refusal'
    this.code = code
    this.status = STATUS[code]
    if (field !== undefined) this.field = field
    this.extra = {
      ...(detail !== undefined && { detail }),
      ...(reason !== undefined && { reason }),
      ...(by !== undefined && { by }),
      ...(retryAfter !== undefined && { retryAfter }),
    }
  }
}

/** Throws: `return refuse('not-found')` reads as the sentence it is. */
export function refuse(code: ProblemCode, details?: Details): never {
  throw new Refusal(code, details)
}
