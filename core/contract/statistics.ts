/**
 * Figures of a place over one whole month or week. Every count is a multiple of five, and none under five is said: whatever two
 * of them are taken from each other, what is left is nobody in particular.
 */
import Type, { type Static } from 'typebox'
import { CONTACTS, DIMENSIONS, type Dimension, FIRST_TRIES, PROMISES } from '../request/counted.ts'

const closed = { additionalProperties: false } as const

/** `2026-10`, `2026-W44` (ISO 8601). */
export const PeriodName = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2]|W[0-5]\\d)$' })

/** A multiple of five; null: fewer than five, or none. */
const Few = Type.Union([Type.Integer(), Type.Null()])
export type Few = Static<typeof Few>
const fewOf = <Name extends string>(names: readonly Name[]) =>
  Type.Object(Object.fromEntries(names.map((name) => [name, Few])) as Record<Name, typeof Few>, closed)

/** Office minutes, to the nearest five; null: of fewer than ten requests. */
const Minutes = Type.Union([
  Type.Object({ median: Type.Integer(), p90: Type.Integer() }, closed),
  Type.Null(),
])
export type Minutes = Static<typeof Minutes>

const measures = {
  promise: fewOf(PROMISES),
  firstTry: fewOf(FIRST_TRIES),
  contact: fewOf(CONTACTS),
  minutesToAttempt: Minutes,
  minutesToContact: Minutes,
  /** attempts for each request in which somebody was reached; null: of fewer than ten */
  attemptsPerReached: Type.Union([Type.Number(), Type.Null()]),
}
/** Five or more requests that have something in common. */
const Line = Type.Object({ id: Type.String(), count: Type.Integer(), ...measures }, closed)
export type FiguresLine = Static<typeof Line>
const Counted = Type.Object({ id: Type.String(), count: Few }, closed)

const Period = Type.Object(
  {
    period: PeriodName,
    kind: Type.Enum(['month', 'week']),
    from: Type.String({ format: 'date' }),
    to: Type.String({ format: 'date' }),
  },
  closed,
)
export type FiguresPeriod = Static<typeof Period>

/** What was received in a period and has ended: closed, withdrawn or erased. */
export const PeriodFigures = Type.Object(
  {
    ...Period.properties,
    /** what had ended until then is counted */
    countedAt: Type.String({ format: 'date-time' }),
    /** the period had ended when it was counted */
    over: Type.Boolean(),
    count: Few,
    /** received in the period, and still open when it was counted */
    open: Few,
    ...measures,
    failureDemand: Few,
    /** of a week: how many came on each of its days, Monday first, those that are still open too */
    weekdays: Type.Optional(Type.Array(Few)),
    endings: Type.Array(Counted),
    /** addresses of questions, by how many did not know */
    dontKnow: Type.Array(Counted),
    lines: Type.Object(
      Object.fromEntries(DIMENSIONS.map((name) => [name, Type.Array(Line)])) as Record<
        Dimension,
        ReturnType<typeof Type.Array<typeof Line>>
      >,
      closed,
    ),
    /** areas that are told of together */
    together: Type.Array(Type.String()),
  },
  closed,
)
export type PeriodFigures = Static<typeof PeriodFigures>

/** A period among others, for the line of time. */
const Step = Type.Object({ ...Period.properties, count: Few, promise: measures.promise }, closed)
export type FiguresStep = Static<typeof Step>

/** A period beside the one before it. */
export const FiguresPage = Type.Object(
  {
    now: Type.String({ format: 'date-time' }),
    /** absent: nothing has been counted yet */
    figures: Type.Optional(PeriodFigures),
    before: Type.Optional(PeriodFigures),
    /** the same kind of period, the oldest first, up to the one that is shown */
    steps: Type.Array(Step),
    /** that can be asked for, the newest first */
    periods: Type.Array(Period),
  },
  closed,
)
export type FiguresPage = Static<typeof FiguresPage>

export const FiguresAsked = Type.Object({ period: Type.Optional(PeriodName) }, closed)
