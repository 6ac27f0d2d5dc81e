/** What an administrator tells of the place. Days are `YYYY-MM-DD`; `validFrom` and `validTo` are the first and the last day on which it holds. */
import Type, { type Static, type TObject } from 'typebox'
import { PLACE_KINDS } from '../place/kinds.ts'
import { REGISTERS } from '../request/choices.ts'
import { CallPromise } from './promise.ts'

const closed = { additionalProperties: false } as const
const SLUG = '^[a-z0-9][a-z0-9-]{0,39}$'
const Slug = Type.String({ pattern: SLUG })
const Name = Type.String({ minLength: 1, maxLength: 120 })
const Day = Type.String({ format: 'date' })
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'local time, `08:00`' })
const Texts = Type.Record(Type.String({ pattern: '^[a-z]{2,3}(-[a-z]+)?$' }), Name, {
  description: 'language → text',
})
const Page = Type.Union([Type.String({ pattern: '^https://[^\\s]+$', maxLength: 300 }), Type.Null()])
const Phone = Type.Union([Type.String({ minLength: 1, maxLength: 40 }), Type.Null()], {
  description: 'shown once a person has verified it; null: there is none',
})
const Open = Type.Array(
  Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), from: Time, to: Time }, closed),
  { maxItems: 50 },
)

/** A code of Statistics Finland, zeros kept. */
const Code = Type.String({ pattern: '^\\d{3}$' })

/** What can be changed from a day on, by the word of its address. */
export const DATED = {
  areas: Type.Object(
    {
      name: Name,
      /** requests before it may be called the same weekday, all by `callBy` */
      cutOff: Time,
      callBy: Time,
      /** first attempts one coordinator makes in a day */
      capacity: Type.Integer({ minimum: 1, maximum: 500 }),
      /** of the area's places, for those who say that it is today or told of danger; null: none is kept */
      reserve: Type.Union([Type.Integer({ minimum: 0, maximum: 500 }), Type.Null()]),
      phone: Phone,
    },
    closed,
  ),
  municipalities: Type.Object({ area: Slug, names: Texts }, closed),
  stations: Type.Object(
    {
      name: Name,
      names: Type.Union([Texts, Type.Null()]),
      kind: Type.Enum(['main', 'side']),
      municipality: Code,
      area: Slug,
      phone: Phone,
      page: Page,
      eBooking: Page,
      /** when a service coordinator is there to meet people, within its hours */
      reception: Type.Union([Open, Type.Null()]),
    },
    closed,
  ),
  /** of a station: the whole week; a weekday that is not there is closed */
  hours: Type.Object({ hours: Open }, closed),
  /** queues of their own: which register their matters are recorded in */
  lanes: Type.Object(
    {
      /** what the desk calls it; null: as the words of the content say */
      names: Type.Union([Texts, Type.Null()]),
      register: Type.Enum([...REGISTERS]),
    },
    closed,
  ),
  lines: Type.Object(
    {
      number: Phone,
      /** its place among the lines */
      position: Type.Integer({ minimum: 0, maximum: 999 }),
      always: Type.Union([Type.Literal(true), Type.Null()]),
      speaks: Type.Union([Type.Array(Type.String({ maxLength: 20 }), { minItems: 1 }), Type.Null()]),
      source: Name,
      /** of no emergency: the name by which advice items call it; null: a help line */
      service: Type.Union([Slug, Type.Null()]),
      /** of a service: the area that the number serves; null: every area */
      area: Type.Union([Slug, Type.Null()]),
    },
    closed,
  ),
  /** of a person in an area: whose it is, or who stands in */
  duty: Type.Object({ kind: Type.Enum(['own', 'substitute']) }, closed),
} as const
export type DatedKind = keyof typeof DATED
export type DatedValue<Kind extends DatedKind> = Static<(typeof DATED)[Kind]>
export const DATED_KINDS: readonly DatedKind[] = PLACE_KINDS

/** The body that changes it: what is not said stays as it is. */
const change = (values: TObject) =>
  Type.Object(
    {
      validFrom: Day,
      validTo: Type.Optional(Day),
      /** what was planned for these days is given up */
      instead: Type.Optional(Type.Boolean()),
      ...Type.Partial(values).properties,
    },
    closed,
  )
export const DATED_CHANGES = Object.fromEntries(
  DATED_KINDS.map((kind) => [kind, change(DATED[kind])]),
) as unknown as Record<DatedKind, ReturnType<typeof change>>
export type DatedChange = {
  validFrom: string
  validTo?: string | undefined
  instead?: boolean | undefined
} & Record<string, unknown>

/** The last day on which it holds. */
export const Ending = Type.Object({ validTo: Day }, closed)

/** Closed days of a station, of an area's coordinators, or with neither of everybody. */
export const ClosureChange = Type.Object(
  {
    station: Type.Optional(Slug),
    area: Type.Optional(Slug),
    from: Day,
    to: Day,
    /** the station that serves instead */
    substitute: Type.Optional(Slug),
    reason: Type.Optional(Texts),
  },
  closed,
)
export type ClosureChange = Static<typeof ClosureChange>

/** @see ClosureChange */
export const AbsenceChange = Type.Object(
  {
    to: Day,
    /** the person who calls and reads instead */
    substitute: Type.Optional(Type.String({ maxLength: 40 })),
  },
  closed,
)
export type AbsenceChange = Static<typeof AbsenceChange>

/** What holds of the organisation at once. */
export const OrganisationChange = Type.Object(
  {
    name: Type.Optional(Name),
    dutyArea: Type.Optional(Slug),
    allowedOrigins: Type.Optional(
      Type.Array(Type.String({ pattern: '^https?://[^/\\s]+$', maxLength: 200 }), { maxItems: 50 }),
    ),
  },
  closed,
)
export type OrganisationChange = Static<typeof OrganisationChange>

/** A number or a page has been called or opened. */
export const NumberChecked = Type.Object(
  {
    /** the right place answered; false: it leads to nobody, or to others */
    reached: Type.Boolean(),
    /** who called, where it was not the one who is signed in */
    by: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  },
  closed,
)

const Found = Type.Object({
  /** what kind of fault, in a word: `without-duty` */
  code: Type.String(),
  of: Type.String(),
  field: Type.String(),
  says: Type.String(),
  /** on which days, or from which on */
  days: Type.Optional(Type.Array(Type.String())),
})
export type PlaceFound = Static<typeof Found>

/** What a change would touch: nothing of it has been done. */
export const PlacePreview = Type.Object({
  /** residents ask on this day */
  day: Type.String(),
  /** promised requests that are not yet called, by area and day, of days that have no place for all of them any more; `places` 0: nobody calls */
  touched: Type.Array(
    Type.Object({
      ...{ area: Type.String(), day: Type.String() },
      ...{ requests: Type.Integer(), places: Type.Integer() },
    }),
  ),
  promises: Type.Array(
    Type.Object({
      area: Type.String(),
      before: Type.Optional(CallPromise),
      after: Type.Optional(CallPromise),
    }),
  ),
  /** of an absence: requests that the person holds now, until they free themselves */
  held: Type.Optional(Type.Integer()),
})
export type PlacePreview = Static<typeof PlacePreview>

/** What of the place is not as it should be, in sentences; with `preview`, as it would be. */
export const PlaceFindings = Type.Object({
  faults: Type.Array(Found),
  preview: Type.Optional(Type.Unsafe<PlacePreview>({ $ref: 'PlacePreview#' })),
})
export type PlaceFindings = Static<typeof PlaceFindings>

/** Is it only tried? And on which day do residents ask, as the preview tells. */
export const PreviewAsked = Type.Object({
  preview: Type.Optional(Type.Literal('true')),
  day: Type.Optional(Day),
})

/** What residents of each area would be promised on a day; without a promise no day has room. */
export const PlacePromises = Type.Object({
  day: Type.String(),
  promises: Type.Array(Type.Object({ area: Type.String(), promise: Type.Optional(CallPromise) })),
})
export type PlacePromises = Static<typeof PlacePromises>

/** What was changed of the place and of the people, the newest first; `before` asks for the next page. */
export const PlaceChanges = Type.Object({
  changes: Type.Array(
    Type.Object({
      ...{ number: Type.Integer(), at: Type.String({ format: 'date-time' }) },
      /** empty: an operator at the server */
      by: Type.String(),
      /** with ids: `place:closures/christmas`, `staff-roles:{person}` */
      action: Type.String(),
    }),
  ),
  before: Type.Optional(Type.Integer()),
})
export type PlaceChanges = Static<typeof PlaceChanges>

const Nullable = Type.Union([Type.String(), Type.Null()])
const Facts = Type.Array(
  Type.Object({
    ...{ key: Type.String(), validFrom: Type.String(), validTo: Nullable, value: Type.Unknown() },
    /** of all that holds or is planned under the key: `If-Match` of a change of it */
    mark: Type.String(),
  }),
)
/** The whole place, today and as it is planned. */
export const PlaceTables = Type.Object({
  today: Type.String(),
  /** the server’s time: workstations are wrong by minutes */
  now: Type.String({ format: 'date-time' }),
  organisation: Type.Object({
    name: Type.String(),
    dutyArea: Nullable,
    allowedOrigins: Type.Array(Type.String()),
  }),
  areas: Facts,
  municipalities: Facts,
  stations: Facts,
  hours: Facts,
  lanes: Facts,
  lines: Facts,
  duty: Facts,
  closures: Type.Array(
    Type.Object({
      ...{ closure: Type.String(), station: Nullable, area: Nullable },
      ...{ from: Type.String(), to: Type.String(), substitute: Nullable },
      reason: Type.Union([Texts, Type.Null()]),
      mark: Type.String(),
    }),
  ),
  absences: Type.Array(
    Type.Object({
      ...{ person: Type.String(), from: Type.String(), to: Type.String(), substitute: Nullable },
      mark: Type.String(),
    }),
  ),
  /** the mark of a thing that is not there yet */
  none: Type.String(),
  faults: Type.Array(Found),
})
export type PlaceTables = Static<typeof PlaceTables>
/** The worklist of numbers and pages: what is to be called first stands first. */
export const Numbers = Type.Object({
  numbers: Type.Array(
    Type.Object({
      id: Type.String(),
      value: Type.String(),
      state: Type.Enum(['missing', 'unverified', 'wrong', 'due', 'verified']),
      shown: Type.Boolean(),
      checkedOn: Nullable,
      checkedBy: Nullable,
      nextCheck: Nullable,
    }),
  ),
})
export type Numbers = Static<typeof Numbers>
