/** What an administrator tells of the place. Days are `YYYY-MM-DD`; `validFrom` and `validTo` are the first and the last day on which it holds. */
import Type, { type Static, type TObject } from 'typebox'
import { PLACE_KINDS, REGISTERS } from '../request/choices.ts'

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
