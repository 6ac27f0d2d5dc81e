/** What is told with each act of a coordinator. */
import Type, { type Static, type TSchema } from 'typebox'
import { ATTEMPT_RESULTS, OUTCOMES, WAYS } from '../request/choices.ts'
import type { DeskAct } from '../request/life.ts'
import { Visit } from './callback.ts'
import { TryTime } from './desk.ts'
import { PlanTold } from './plan.ts'

const closed = { additionalProperties: false } as const

/**
 * `version` of the request that was on the screen: a browser may send once more what was already done and whose answer
 * was lost; it is then refused with `wrong-status`, and nothing is written twice.
 */
const version = Type.Optional(Type.Integer({ minimum: 1 }))

/**
 * `at`: when it was made, if that was not now; `next`: when it is tried again. Without it a time is planned by the rule of tries,
 * unless the resident answered or the number was wrong.
 */
const Attempt = Type.Object(
  {
    result: Type.Enum([...ATTEMPT_RESULTS]),
    way: Type.Enum([...WAYS]),
    at: Type.Optional(Type.String({ format: 'date-time' })),
    next: Type.Optional(TryTime),
    version,
  },
  closed,
)
/** `recorded`: it has been recorded in the client system; erasure waits for it. `contacted`: an outcome that does not tell it by itself came of talking. */
const Closing = Type.Object(
  {
    outcome: Type.Enum([...OUTCOMES]),
    recorded: Type.Boolean(),
    contacted: Type.Optional(Type.Boolean()),
    failureDemand: Type.Optional(Type.Boolean()),
    /** others from the same number that the same call took care of: they end as duplicates of it, or none of them does */
    also: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-f-]{36}$' }), { maxItems: 10, uniqueItems: true }),
    ),
  },
  closed,
)
/** `reason`: what the receiver is to know; sealed as notes are. */
const Transfer = Type.Object(
  {
    area: Type.String({ maxLength: 40 }),
    lane: Type.Optional(Type.String({ maxLength: 40 })),
    /** a colleague who looks after the area today: it is in their hands then, and waits for nobody else */
    person: Type.Optional(Type.String({ maxLength: 40 })),
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  closed,
)
/** The time of a visit as a coordinator sets it, or sets it again. */
const VisitTime = Type.Object({ ...Visit.properties, version }, closed)
/** The resident rang, and somebody answered: what was said, if anything is to be passed on. */
const RangBack = Type.Object(
  { text: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })), version },
  closed,
)
const Note = Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000 }), version }, closed)
const Undoing = Type.Object({ version }, closed)
const Reopening = Type.Object({ version }, closed)

/** What is told with each act, under the name by which the OpenAPI document speaks of it; null: the address says it all. */
export const ACT_BODIES = {
  take: null,
  release: null,
  attempt: { Attempt },
  reached: null,
  unreachable: null,
  close: { Closing },
  transfer: { Transfer },
  visit: { VisitTime },
  note: { Note },
  'rang-back': { RangBack },
  undo: { Undoing },
  free: null,
  reopen: { Reopening },
  plan: { PlanTold },
} as const satisfies Record<DeskAct, Record<string, TSchema> | null>

/** What is told with an act; nothing where its address says it all. */
export type ActBody<Act extends DeskAct> =
  (typeof ACT_BODIES)[Act] extends Record<string, infer Body extends TSchema> ? Static<Body> : undefined
/** An act with which something is told. */
export type TellingAct = { [Act in DeskAct]: ActBody<Act> extends undefined ? never : Act }[DeskAct]
