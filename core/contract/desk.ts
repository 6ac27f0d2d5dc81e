/** What a coordinator sends and gets back. */
import Type, { type Static } from 'typebox'
import { ATTEMPT_RESULTS, REGISTERS, ROLES, WAYS } from '../request/choices.ts'
import { PARTS } from '../request/half-day.ts'
import { STATUSES } from '../request/life.ts'
import { Contact, Visit } from './callback.ts'
import { Event } from './event.ts'
import { AgreedPlan } from './plan.ts'
import { CallPromise, SafeTime } from './promise.ts'
import { QueueCounts } from './queue.ts'

const closed = { additionalProperties: false } as const

export const SignIn = Type.Object(
  {
    organisation: Type.Optional(Type.String({ maxLength: 40 })),
    username: Type.String({ minLength: 1, maxLength: 80 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  closed,
)

export const Me = Type.Object({
  id: Type.String(),
  organisation: Type.String(),
  /** in how long (ms) the session ends: unless the person acts, and whatever they do */
  session: Type.Optional(Type.Object({ idle: Type.Integer(), left: Type.Integer() })),
  firstName: Type.String(),
  name: Type.String(),
  title: Type.String(),
  roles: Type.Array(Type.Enum([...ROLES])),
  /** areas whose requests I may read today, own or as a substitute */
  areas: Type.Array(Type.Object({ area: Type.String(), name: Type.String(), substitute: Type.Boolean() })),
  /** every area of the organisation: where a request can be transferred */
  allAreas: Type.Array(Type.Object({ area: Type.String(), name: Type.String() })),
  /** who else looks after requests today, and in which areas: to whom one can be handed */
  colleagues: Type.Optional(
    Type.Array(
      Type.Object({ id: Type.String(), firstName: Type.String(), areas: Type.Array(Type.String()) }),
    ),
  ),
  /** today's lanes; one without names is called as the words of the content say */
  lanes: Type.Optional(
    Type.Array(
      Type.Object({
        lane: Type.String(),
        register: Type.Enum([...REGISTERS]),
        names: Type.Optional(Type.Record(Type.String(), Type.String())),
      }),
    ),
  ),
  /** names for what a row carries as a code: municipality by language, station as it stands */
  municipalities: Type.Optional(
    Type.Array(Type.Object({ code: Type.String(), name: Type.Record(Type.String(), Type.String()) })),
  ),
  stations: Type.Optional(
    Type.Array(
      Type.Object({
        station: Type.String(),
        name: Type.String(),
        names: Type.Optional(Type.Record(Type.String(), Type.String())),
        area: Type.Optional(Type.String()),
      }),
    ),
  ),
})
export type Me = Static<typeof Me>

export const Holder = Type.Object({ id: Type.String(), firstName: Type.String() })

/** One line of the queue: no name, no phone, no answer, no free text. */
export const QueueRow = Type.Object({
  id: Type.String(),
  reference: Type.String(),
  area: Type.String(),
  lane: Type.String(),
  status: Type.Enum([...STATUSES]),
  receivedAt: Type.String({ format: 'date-time' }),
  /** absent: no day had room; it is called in the order of coming */
  promise: Type.Optional(CallPromise),
  safeTime: SafeTime,
  takenBy: Type.Optional(Holder),
  takenUntil: Type.Optional(Type.String({ format: 'date-time' })),
  segment: Type.String(),
  municipality: Type.Optional(Type.String()),
  /** of the content the conversation was held with: names its life areas as they were then */
  revision: Type.Optional(Type.String()),
  language: Type.String(),
  lifeAreas: Type.Array(Type.String()),
  /** how many emergency flags were ticked, how many marks of attention, how many “I don’t know” */
  flags: Type.Integer(),
  attention: Type.Array(Type.String()),
  dontKnow: Type.Integer(),
  attempts: Type.Integer(),
  /** the first try in the way that was chosen: a promise is kept by it, or broken for good */
  firstAttemptAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** what has been tried: how often, what came of the last one, on how many days, in how many parts of the day */
  tried: Type.Optional(
    Type.Object({
      count: Type.Integer({ minimum: 1 }),
      last: Type.Optional(Type.Enum([...ATTEMPT_RESULTS])),
      days: Type.Integer(),
      parts: Type.Integer(),
    }),
  ),
  /** when it is tried next: due like a promise, and held for who planned it until then */
  nextTry: Type.Optional(CallPromise),
  /** the resident has rung since the last attempt, and somebody else answered */
  rangBackAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** of one that is closed and not recorded in the client system: since when, and the day on which it is erased all the same */
  closedAt: Type.Optional(Type.String({ format: 'date-time' })),
  erasedOn: Type.Optional(Type.String({ format: 'date' })),
  verified: Type.Boolean(),
  /** false: the answers replay, and the resident asked for a person before the end */
  finished: Type.Boolean(),
  /** other open requests from the same number, folded under this row; and those that stand in the queue beside it */
  folded: Type.Integer(),
  beside: Type.Optional(Type.Integer()),
  way: Type.Enum([...WAYS]),
  /** staff answered a call, and walked the conversation in it; absent: the resident held it alone */
  channel: Type.Optional(Type.Literal('phone')),
  /** the one part of the day in which to call, as wished or as alone safe; absent: in either, or only words tell */
  window: Type.Optional(Type.Enum([...PARTS])),
  /** help is wanted today */
  today: Type.Optional(Type.Literal(true)),
  /** of a visit, once its time is known */
  visit: Type.Optional(Visit),
  /** what is sealed of it cannot be opened: segment, areas of life, marks and way are then not known, and stand empty */
  unreadable: Type.Optional(Type.Literal(true)),
  /** a lead has taken it for not real: its resident waits for no call, until somebody takes it or it is put back */
  doubted: Type.Optional(Type.Literal(true)),
})
export type QueueRow = Static<typeof QueueRow>

/**
 * Ordered by promise, then by receipt; what has no date comes last, the unrecorded by when they were closed. A walk by `after` meets nobody twice and
 * misses nobody whose place stood; one who is brought forward or tried meanwhile, and so stands elsewhere, is in what has changed `since` its
 * first page, and may be met again.
 */
export const Queue = Type.Object({
  /** the event this state stands at: listen from there */
  number: Type.Integer(),
  now: Type.String({ format: 'date-time' }),
  /** whose areas it is of, today: when they are others than before, ask for the pages again */
  areas: Type.Array(Type.String()),
  rows: Type.Array(QueueRow),
  /** there is more: ask again with it */
  after: Type.Optional(Type.String()),
  counts: QueueCounts,
  /** of what has changed: ids that are not in the queue any more, or not under a line of their own */
  gone: Type.Optional(Type.Array(Type.String())),
  /** too much has changed: ask for the pages again */
  anew: Type.Optional(Type.Literal(true)),
})
export type Queue = Static<typeof Queue>

/** A local day and the hours in which to try. */
export const TryTime = Type.Object(
  {
    day: Type.String({ format: 'date' }),
    from: Type.String({ pattern: '^\\d{2}:\\d{2}$' }),
    by: Type.String({ pattern: '^\\d{2}:\\d{2}$' }),
  },
  closed,
)
export type TryTime = Static<typeof TryTime>

const Answered = Type.Object({ address: Type.String(), value: Type.Unknown() })

/** A whole request, opened: the reading of it is in the access log. */
export const OpenRequest = Type.Object({
  row: QueueRow,
  version: Type.Integer(),
  contact: Contact,
  /** E.164 */
  phone: Type.Optional(Type.String()),
  revision: Type.String(),
  on: Type.String({ format: 'date' }),
  station: Type.String(),
  /** the client register in which it is recorded */
  register: Type.Enum([...REGISTERS]),
  /** normalised, in the order of the card; as sent when not verified */
  answers: Type.Array(
    Type.Object({
      address: Type.String(),
      flow: Type.String(),
      step: Type.String(),
      need: Type.Optional(Type.String()),
      value: Type.Unknown(),
    }),
  ),
  flags: Type.Array(Type.String()),
  because: Type.Array(Answered),
  attention: Type.Array(Type.Object({ id: Type.String(), because: Type.Array(Answered) })),
  advice: Type.Array(Type.String()),
  history: Type.Array(
    Type.Object({
      ...Event.properties,
      by: Type.Optional(Type.String()),
      way: Type.Optional(Type.String()),
      result: Type.Optional(Type.String()),
      /** of an attempt that was written down later: when it was made */
      madeAt: Type.Optional(Type.String({ format: 'date-time' })),
    }),
  ),
  /** why it was handed over, each time somebody said so; `from` and `to`: areas */
  handovers: Type.Optional(
    Type.Array(
      Type.Object({
        at: Type.String(),
        by: Type.String(),
        from: Type.String(),
        to: Type.String(),
        reason: Type.String(),
      }),
    ),
  ),
  notes: Type.Array(Type.Object({ at: Type.String(), by: Type.String(), text: Type.String() })),
  /** what was agreed; absent: nothing yet */
  plan: Type.Optional(AgreedPlan),
  folded: Type.Array(QueueRow),
  /** others of my areas from the same number, open or closed and still kept; none where one may not be shown beside the other */
  siblings: Type.Array(QueueRow),
  /** when it could be tried next, the one that is proposed first; empty when nobody calls in the coming days */
  nextTries: Type.Array(TryTime),
  /** how it was closed; `recorded` false: it can be closed again with the same outcome to say that it now is */
  closing: Type.Optional(Type.Object({ outcome: Type.String(), recorded: Type.Boolean() })),
})
export type OpenRequest = Static<typeof OpenRequest>
