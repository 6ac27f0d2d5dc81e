/** What an administrator reads of the place: as it stands and is planned, what is not as it should be, what a change would touch. */
import Type, { type Static } from 'typebox'
import { CallPromise } from './promise.ts'

const Day = Type.String({ format: 'date' })
const Texts = Type.Record(Type.String(), Type.String())
const Found = Type.Object({
  /** what kind of fault, in a word: `without-duty` */
  code: Type.String(),
  of: Type.String(),
  field: Type.String(),
  says: Type.String(),
  /** on which days, or from which on */
  days: Type.Optional(Type.Array(Type.String())),
})

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

/** The coming working days: who calls (ids of persons), and how many of the day's places are promised. */
export const PlaceCalendar = Type.Object({
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      areas: Type.Array(
        Type.Object({
          ...{ area: Type.String(), closed: Type.Boolean(), callers: Type.Array(Type.String()) },
          ...{ places: Type.Integer(), used: Type.Integer() },
        }),
      ),
    }),
  ),
})
export type PlaceCalendar = Static<typeof PlaceCalendar>

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
