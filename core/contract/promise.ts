/** When we will call: a day and a time, Finnish local, or in the order of coming while no day has room. */
import Type, { type Static } from 'typebox'
import { SAFE_TIMES } from '../request/choices.ts'

const LocalTime = Type.String({ pattern: '^\\d{2}:\\d{2}$' })
/** A half-day of the week, as in `core/request/half-day.ts`. */
export const HALF_DAY = '^[1-5]-(morning|afternoon)$'

export const CallPromise = Type.Object({
  /** local day in Europe/Helsinki, `2026-12-28` */
  day: Type.String({ format: 'date' }),
  /** the promise is a window that opens at this local time: nobody contacts before it. Absent: any time before `by` */
  from: Type.Optional(LocalTime),
  /** local time by which the first attempt is made, `16:00` */
  by: LocalTime,
  /** the same as an instant in UTC */
  until: Type.String({ format: 'date-time' }),
  /** the days between are full: it is later than the next day of calling, and that is said */
  crowded: Type.Optional(Type.Literal(true)),
})
export type CallPromise = Static<typeof CallPromise>

/** How it is known when contact is safe. Absent: at any time. */
export const SafeTime = Type.Optional(Type.Enum([...SAFE_TIMES]))

/** Who calls, as the resident may know them. */
export const Caller = Type.Object({ firstName: Type.String(), title: Type.String() })

const Estimated = {
  /** absent: no day that we look ahead has room; the request is kept in its order, and called when there is */
  promise: Type.Optional(CallPromise),
  /** the same when contact is safe in one half-day only, for each that has room: the browser takes the earliest of those chosen */
  safe: Type.Record(Type.String({ pattern: HALF_DAY }), CallPromise),
}

/** Services to call, whose number somebody has verified, by the name that advice items call them. */
export const Services = Type.Record(
  Type.String(),
  Type.Object({
    number: Type.String(),
    /** languages in which it answers; absent: not known */
    speaks: Type.Optional(Type.Array(Type.String())),
  }),
)
export type Services = Static<typeof Services>

/** Estimates for every area of the organisation in one answer, so that asking reveals no answer. POST binds. */
export const Promises = Type.Object({
  at: Type.String({ format: 'date-time' }),
  /** area of the station itself: it calls while no municipality was answered */
  area: Type.String(),
  /** the area that calls those who live elsewhere or do not say where */
  dutyArea: Type.Optional(Type.String()),
  areas: Type.Array(
    Type.Object({
      area: Type.String(),
      ...Estimated,
      /** instead, for those for whom some places of a day are kept (`core/queue/reserve.ts`); absent: it is the same for them */
      reserve: Type.Optional(Type.Object(Estimated)),
      callers: Type.Array(Caller),
      /** of those who live in the area; absent: none is known */
      services: Type.Optional(Services),
    }),
  ),
})
export type Promises = Static<typeof Promises>
