/** Every refusal the API can answer: problem+json (RFC 9457) with a stable code; its words are `messages:{code}`. */
import Type, { type Static } from 'typebox'

export const PROBLEM_CODES = [
  'malformed-body', // not JSON, wrong type, too deep
  'invalid-field', // `field` says which
  'too-large',
  'unsupported-media-type',
  'not-found',
  'method-not-allowed',
  'already-received', // same id and code, another body: send a correction instead
  'gone', // withdrawn or erased
  'signed-out',
  'wrong-sign-in',
  'forbidden',
  'wrong-origin',
  'insecure-sign-in', // plain http beyond localhost
  'already-taken', // `by` says who
  'not-yours',
  'wrong-status', // what was asked cannot follow the present status
  'other-register', // its matters are recorded in health care's register and those of the lane in social welfare's, or the other way round
  'unreadable', // what is sealed of the request cannot be opened
  'too-many-requests',
  'too-busy',
  'unavailable', // the database is away: nothing was stored
  'internal',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Those that only somebody who signs in can be told: a resident’s phone does without their words. */
export const STAFF_PROBLEMS: readonly string[] = [
  'signed-out',
  'wrong-sign-in',
  'forbidden',
  'insecure-sign-in',
  'already-taken',
  'not-yours',
  'other-register',
  'unreadable',
] satisfies ProblemCode[]

export const ProblemBody = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Enum([...PROBLEM_CODES]),
  /** JSON pointer of the field at fault, `/contact/phone` */
  field: Type.Optional(Type.String()),
  /** a sentence for who asked: what of the place cannot be so */
  detail: Type.Optional(Type.String()),
  /** the same in one word, for those who say it in another language: `overlap`, `changed-meanwhile` */
  reason: Type.Optional(Type.String()),
  /** first name of the person who holds the request */
  by: Type.Optional(Type.String()),
  /** seconds after which it is worth trying again */
  retryAfter: Type.Optional(Type.Integer()),
})
export type ProblemBody = Static<typeof ProblemBody>
