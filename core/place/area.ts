/** What `flows/area/*.yaml` may say: the place to start from, seeded once into the dated tables of the server. */
import Type, { type Static } from 'typebox'
import { HEAVY, REGISTERS, ROLES } from '../request/choices.ts'

const closed = { additionalProperties: false } as const
const slug = { pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }
const Slug = Type.String(slug)
const Name = Type.String({ minLength: 1 })
const Day = Type.String({ format: 'date' })
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'local time, `08:00`' })
const Code = Type.String({ pattern: '^\\d{3}$', description: 'official municipality code, zeros kept' })
const Language = Type.String({ pattern: '^[a-z]{2,3}(-[a-z]+)?$' })
const Texts = Type.Record(Language, Name, {
  description: 'language → text',
})
const Page = Type.String({ pattern: '^https://[^\\s]+$' })
const Phone = Type.Union([Type.String({ pattern: '^\\+?[0-9 ]{3,20}$' }), Type.Null()], {
  description: 'null: waits for a person to verify it',
})

/** `organisation.yaml` */
export const OrganisationSeed = Type.Object(
  {
    organisation: Slug,
    name: Name,
    /** the day from which every row of the seed is valid */
    validFrom: Day,
    /** origins of host pages that may frame the chat */
    allowedOrigins: Type.Array(Type.String({ pattern: '^https?://[^/]+$' })),
    coordinatorPhone: Phone,
    /** the day on which somebody called the number; a number without it is not shown */
    coordinatorPhoneVerifiedOn: Type.Optional(Day),
    dutyArea: Type.String({
      ...slug,
      description: 'the area whose coordinators call those who live elsewhere or do not say where they live',
    }),
  },
  closed,
)

/** A row of `areas.yaml`: requests before `cutOff` may be called the same weekday, all by `callBy`. */
export const AreaEntry = Type.Object(
  {
    area: Slug,
    name: Name,
    cutOff: Time,
    callBy: Time,
    /** first attempts one coordinator can make in a day */
    capacity: Type.Integer({ minimum: 1 }),
    reserve: Type.Optional(
      Type.Integer({
        minimum: 0,
        description:
          'places of a day in all that are kept, until an hour before `cutOff`, for those who want help today, told of danger, are under 18 or need special support',
      }),
    ),
    heavy: Type.Optional(
      Type.Array(Type.Enum([...HEAVY]), {
        uniqueItems: true,
        description: 'what makes a request take two places of a day; without it nothing does',
      }),
    ),
    phone: Phone,
    phoneVerifiedOn: Type.Optional(Day),
  },
  closed,
)

/** Opening on a weekday (1 = Monday); a weekday without a row is closed. */
const OpenHours = Type.Object(
  { weekday: Type.Integer({ minimum: 1, maximum: 7 }), from: Time, to: Time },
  closed,
)

/** A row of `stations.yaml`; without `hours` of its own it keeps those of the file. */
export const StationEntry = Type.Object(
  {
    station: Slug,
    name: Name,
    /** where the name is another one in another language */
    names: Type.Optional(Texts),
    kind: Type.Enum(['main', 'side']),
    municipality: Code,
    area: Slug,
    phone: Phone,
    phoneVerifiedOn: Type.Optional(Day),
    /** a public web page where the numbers and the e-booking of the place are */
    page: Type.Optional(Page),
    eBooking: Type.Optional(Page),
    hours: Type.Optional(Type.Array(OpenHours)),
    reception: Type.Optional(
      Type.Array(OpenHours, {
        description: 'when a service coordinator is at the place to meet people, within its hours',
      }),
    ),
  },
  closed,
)
export const StationsSeed = Type.Object(
  { hours: Type.Array(OpenHours), stations: Type.Array(StationEntry, { minItems: 1 }) },
  closed,
)

/** A row of `municipalities.yaml` */
export const MunicipalityEntry = Type.Object({ municipality: Code, area: Slug, names: Texts }, closed)

/** A row of `closures.yaml`: of a station, of an area's coordinators, or with neither of the whole organisation. */
export const ClosureEntry = Type.Object(
  {
    closure: Slug,
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

/** A row of `lanes.yaml`: a queue that `routing.yaml` may lead to, and the register its matters are recorded in. */
export const LaneEntry = Type.Object(
  {
    lane: Slug,
    register: Type.Enum([...REGISTERS], {
      description:
        'the client register in which its requests are recorded: health care’s or social welfare’s',
    }),
    /** what the desk calls it, where the words of the content (`segments:lane.{lane}.name`) do not */
    names: Type.Optional(Texts),
  },
  closed,
)

/** A row of `lines.yaml`, in the order shown; its words are `numbers:{line}.name`, `.when`, `.for`. */
export const LineEntry = Type.Object(
  {
    line: Slug,
    number: Phone,
    always: Type.Optional(Type.Literal(true, { description: 'answers day and night' })),
    speaks: Type.Optional(
      Type.Array(Language, {
        minItems: 1,
        description: 'languages in which it answers; a page in another language says so beside the number',
      }),
    ),
    verifiedOn: Day,
    verifiedBy: Name,
    /** shown until then; afterwards a person must check it again */
    nextCheck: Day,
    source: Name,
  },
  closed,
)
/**
 * A row of `services` in `lines.yaml`: whom an advice item sends people to. Its words are `numbers:{service}.name`, `.for` and, where they are known,
 * `.when`. Without a number, or without the day on which somebody called it, nobody is shown one: the item says on which page it is.
 */
export const ServiceEntry = Type.Object(
  {
    service: Slug,
    area: Type.Optional(
      Type.String({ ...slug, description: 'the area that the number serves; without it every area' }),
    ),
    number: Type.Optional(Phone),
    speaks: Type.Optional(Type.Array(Language, { minItems: 1 })),
    verifiedOn: Type.Optional(Day),
    verifiedBy: Type.Optional(Name),
    /** shown until then; afterwards a person must check it again */
    nextCheck: Type.Optional(Day),
    source: Name,
  },
  closed,
)
export type ServiceEntry = Static<typeof ServiceEntry>

/** The name of a service's row among the lines of the place: one service may have a number in each area. */
export const serviceKey = ({ service, area }: Pick<ServiceEntry, 'service' | 'area'>) =>
  area === undefined ? service : `${service}-${area}`

export const LinesSeed = Type.Object(
  {
    lines: Type.Array(LineEntry, { minItems: 1 }),
    services: Type.Optional(
      Type.Array(ServiceEntry, {
        description: 'services to call, which are for no emergency; an advice item names one',
      }),
    ),
    helps: Type.Record(Slug, Type.Array(Slug, { minItems: 1 }), {
      description:
        'danger, situation of the table `today` or segment → lines that help, in order; 112 at latest the second of a danger',
    }),
  },
  closed,
)

/** A row of `staff.yaml`: invented people for a first look, made only on a new database. */
export const StaffEntry = Type.Object(
  {
    person: Slug,
    username: Slug,
    firstName: Name,
    name: Name,
    title: Name,
    roles: Type.Array(Type.Enum([...ROLES]), { minItems: 1 }),
    own: Type.Array(Slug),
    substitute: Type.Array(Slug),
  },
  closed,
)

/** The whole of `flows/area/`: file name without `.yaml` → what it holds. */
export const AreaSeed = Type.Object(
  {
    organisation: OrganisationSeed,
    areas: Type.Array(AreaEntry, { minItems: 1 }),
    stations: StationsSeed,
    municipalities: Type.Array(MunicipalityEntry, { minItems: 1 }),
    closures: Type.Array(ClosureEntry),
    lanes: Type.Optional(
      Type.Array(LaneEntry, { minItems: 1, description: 'without the file: the ordinary lane alone' }),
    ),
    lines: LinesSeed,
    staff: Type.Array(StaffEntry),
  },
  closed,
)
export type OrganisationSeed = Static<typeof OrganisationSeed>
export type AreaEntry = Static<typeof AreaEntry>
export type StationEntry = Static<typeof StationEntry>
export type StationsSeed = Static<typeof StationsSeed>
export type MunicipalityEntry = Static<typeof MunicipalityEntry>
export type ClosureEntry = Static<typeof ClosureEntry>
export type LaneEntry = Static<typeof LaneEntry>
export type LineEntry = Static<typeof LineEntry>
export type LinesSeed = Static<typeof LinesSeed>
export type StaffEntry = Static<typeof StaffEntry>
export type AreaSeed = Static<typeof AreaSeed>
