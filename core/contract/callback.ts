/** What a resident sends and gets back. */
import Type, { type Static } from 'typebox'
import { Address } from '../flow/definition.ts'
import { IF_OTHER, WAYS, WHOM, WINDOWS } from '../request/choices.ts'
import { STATUSES } from '../request/life.ts'
import { Caller, CallPromise, HALF_DAY, SafeTime } from './promise.ts'

const closed = { additionalProperties: false } as const

/** Answers as sent: bounded here, judged by the replay. */
export const SentAnswers = Type.Record(
  Address,
  Type.Union([
    Type.String({ maxLength: 500 }),
    Type.Number(),
    Type.Array(Type.String({ maxLength: 64 }), { maxItems: 40 }),
  ]),
  { maxProperties: 200 },
)

export const Contact = Type.Object(
  {
    way: Type.Enum([...WAYS]),
    /** as typed; the server normalises to E.164. Needed unless `way` is `visit` */
    phone: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    name: Type.Optional(Type.String({ maxLength: 80 })),
    window: Type.Optional(Type.Enum([...WINDOWS])),
    /** may a message be left, may the caller say who calls */
    mayLeaveMessage: Type.Optional(Type.Boolean()),
    /** false: it is not safe to call at any time; `safeTimes` and `safeWhen` say when it is */
    safeToCall: Type.Optional(Type.Boolean()),
    /** half-days in which it is safe, `2-morning` is Tuesday before noon; they count only with `safeToCall: false` */
    safeTimes: Type.Optional(
      Type.Array(Type.String({ pattern: HALF_DAY }), { minItems: 1, maxItems: 10, uniqueItems: true }),
    ),
    safeWhen: Type.Optional(Type.String({ maxLength: 200 })),
    /** language of an interpreter, as the resident wrote it */
    interpreter: Type.Optional(Type.String({ maxLength: 40 })),
    /** for somebody else: whom we call (`near-one` is a professional's client), and whether a near one knows of this */
    whom: Type.Optional(Type.Enum([...WHOM])),
    theyKnow: Type.Optional(Type.Boolean()),
    /** for a shared phone */
    ifOther: Type.Optional(Type.Enum([...IF_OTHER])),
    ownWords: Type.Optional(Type.String({ maxLength: 500 })),
  },
  closed,
)
export type Contact = Static<typeof Contact>

/** Crockford base 32, twelve characters: 60 bits. Hyphens and small letters are accepted. */
export const Code = Type.String({ pattern: '^[0-9A-Za-z-]{12,20}$' })

export const CallbackRequestBody = Type.Object(
  {
    /** made by the browser (UUIDv7), so that a retry is recognised */
    id: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }),
    /** made by the browser: the bearer token of the resident's own view */
    code: Code,
    station: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    revision: Type.String({ pattern: '^[0-9a-z-]{1,64}$' }),
    language: Type.String({ pattern: '^[a-z]{2,3}(-[a-z]+)?$', maxLength: 16 }),
    /** the day the conversation was held, local */
    on: Type.String({ format: 'date' }),
    answers: SentAnswers,
    contact: Contact,
  },
  closed,
)
export type CallbackRequestBody = Static<typeof CallbackRequestBody>

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** When and where a resident who comes by is met: a local day, local times `09:00`, a station of the area. */
export const Visit = Type.Object(
  { station: Type.String({ maxLength: 40 }), day: Type.String({ format: 'date' }), from: Clock, to: Clock },
  closed,
)
export type Visit = Static<typeof Visit>

/**
 * Asked of a request that came beyond what its network may claim of the calendar: it is stored, and stands without a date until it is
 * proven. The same for everybody, bound to the request's id, and nothing for a person to solve: see `core/request/proof.ts`.
 */
export const ProofAsked = Type.Object(
  {
    salt: Type.String(),
    /** zero bits that a derived key must begin with */
    bits: Type.Integer({ minimum: 1, maximum: 32 }),
    /** of SHA-256 in each derivation */
    rounds: Type.Integer({ minimum: 1 }),
  },
  closed,
)
export type ProofAsked = Static<typeof ProofAsked>

/** What proves it: the number whose derivation begins with as many zero bits, as decimal text. */
export const Proof = Type.Object({ nonce: Type.String({ pattern: '^\\d{1,10}$' }) }, closed)
export type Proof = Static<typeof Proof>

/** 201 of a new request, and of every retry of it: the same bytes. */
export const Receipt = Type.Object({
  id: Type.String(),
  /** for speaking aloud; opens nothing */
  reference: Type.String(),
  /** absent: no day has room, and the request is kept in its order of coming */
  promise: Type.Optional(CallPromise),
  safeTime: SafeTime,
  /** first names and titles of those who may call */
  callers: Type.Array(Caller),
  /** the server's own segment: equals the card's, or the request is marked not verified */
  segment: Type.String(),
  verified: Type.Boolean(),
  /** false: a sound conversation whose resident asked for a person before its end */
  finished: Type.Boolean(),
  /** of a visit, when somebody is at the station to meet people; without it a coordinator sets the time */
  visit: Type.Optional(Visit),
  proof: Type.Optional(ProofAsked),
})
export type Receipt = Static<typeof Receipt>

/** The resident's own view: never own words, name or the whole phone. */
export const MyRequest = Type.Object({
  id: Type.String(),
  reference: Type.String(),
  status: Type.Enum([...STATUSES]),
  /** absent while no day has room: called in the order of coming */
  promise: Type.Optional(CallPromise),
  /** a place became free: the promise is earlier than it was, or came */
  sooner: Type.Optional(Type.Literal(true)),
  safeTime: SafeTime,
  /** where the request was left; of a visit, where the resident comes */
  station: Type.String(),
  way: Type.Enum([...WAYS]),
  /** of a visit, once its time is known */
  visit: Type.Optional(Visit),
  /** the last two digits */
  phoneEnding: Type.Optional(Type.String()),
  window: Type.Optional(Type.Enum([...WINDOWS])),
  callers: Type.Array(Caller),
  /** who has taken it */
  caller: Type.Optional(Caller),
  attempts: Type.Array(Type.Object({ at: Type.String({ format: 'date-time' }) })),
  /** the server’s time of this answer: the device’s clock does not judge what is late */
  at: Type.String({ format: 'date-time' }),
  /** changes with every change of the request */
  version: Type.Integer(),
  mayCorrect: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
  /** it stands without a date until it is proven */
  proof: Type.Optional(ProofAsked),
  /** staff have taken it for one of many that were not real: nobody is called unless they hear otherwise */
  doubted: Type.Optional(Type.Literal(true)),
})
export type MyRequest = Static<typeof MyRequest>

/**
 * A correction replaces the named parts. `safeToCall` answers anew when contact is safe: safe times that do not come with
 * it are gone, and when it is true, so are the words.
 */
export const Correction = Type.Object({ contact: Type.Partial(Contact, closed) }, closed)
export type Correction = Static<typeof Correction>
