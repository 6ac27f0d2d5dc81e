/** What the widget runs: immutable parts of a revision, and the facts of the place, which are always current. */
import Type, { type Static } from 'typebox'

const Name = Type.String()

/** A telephone number with its provenance; `number` null: it waits for a person to verify it, and the verified lines are shown instead. */
export const PhoneLine = Type.Object({
  id: Type.String(),
  /** words are `numbers:{id}.name`, `.when`, `.for` */
  number: Type.Union([Type.String(), Type.Null()]),
  verifiedOn: Type.Optional(Type.String({ format: 'date' })),
  /** answers day and night */
  always: Type.Optional(Type.Literal(true)),
  /** languages in which it answers; absent: not known */
  speaks: Type.Optional(Type.Array(Type.String())),
})
export type PhoneLine = Static<typeof PhoneLine>

/** Opening hours of a weekday (1 = Monday), local `08:00`; no entry: closed. */
export const Hours = Type.Array(
  Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), from: Type.String(), to: Type.String() }),
)
export const Closure = Type.Object({
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
  /** station that serves instead */
  substitute: Type.Optional(Type.String()),
  /** why, per language */
  reason: Type.Optional(Type.Record(Type.String(), Type.String())),
})

export const Station = Type.Object({
  station: Type.String(),
  /** in the language of the page, where it has a name in it */
  name: Name,
  kind: Type.Enum(['main', 'side']),
  municipality: Type.String(),
  area: Type.String(),
  phone: Type.Union([Type.String(), Type.Null()]),
  /** a public web page with the numbers and the e-booking of the place */
  page: Type.Optional(Type.String()),
  eBooking: Type.Optional(Type.String()),
  hours: Hours,
  /** when a service coordinator is at the place to meet people; absent: no such time is known */
  reception: Type.Optional(Hours),
  /** today and the coming month */
  closures: Type.Array(Closure),
})
export type Station = Static<typeof Station>

/** Everything about the place that the chat shows: dated tables as they stand today. */
export const Place = Type.Object({
  organisation: Type.String(),
  organisationName: Type.String(),
  station: Station,
  stations: Type.Array(Station),
  municipalities: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.Record(Type.String(), Type.String()),
      area: Type.String(),
    }),
  ),
  /** emergency and help lines that are verified and not overdue, in order */
  lines: Type.Array(PhoneLine),
  /** danger, situation of today or segment → ids of the lines that help in it, in order */
  helps: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
  /** public holidays and eves of today and the coming month: every station is closed */
  daysOff: Type.Optional(Type.Array(Type.String({ format: 'date' }))),
  /** whom the coordinators' own line is, until it is verified null */
  coordinatorPhone: Type.Union([Type.String(), Type.Null()]),
})
export type Place = Static<typeof Place>

/** The parts of a revision in the fixed order in which the widget loads them; phrases only where the language has some, and last. */
export const Manifest = Type.Object({
  revision: Type.String(),
  /** hash of flows and tables only: a publication of words keeps it */
  flow: Type.String(),
  language: Type.String(),
  languages: Type.Array(Type.String()),
  parts: Type.Array(
    Type.Object({
      name: Type.Enum(['dialogue', 'words', 'advice', 'phrases', 'item-phrases']),
      path: Type.String(),
      bytes: Type.Integer(),
    }),
  ),
})
export type Manifest = Static<typeof Manifest>

/** `words`: i18next resources of one language, namespace → key → text. */
export type Words = Record<string, Record<string, string>>
/** How hard the texts of a language may be, where that is less than the house's own limits. */
const Limits = Type.Object({
  /** of a sentence */
  words: Type.Integer({ minimum: 1 }),
  /** of a word */
  letters: Type.Integer({ minimum: 1 }),
})
/** `language.json` of a language folder. */
export const Language = Type.Object({
  lang: Type.String(),
  dir: Type.Enum(['ltr', 'rtl']),
  /** in the language itself */
  name: Type.String(),
  fallback: Type.Optional(Type.String()),
  /** still being translated: not offered */
  draft: Type.Optional(Type.Boolean()),
  limits: Type.Optional(Limits),
})
export type Language = Static<typeof Language>
