/** When we will call: always a day and a time, Finnish local. */
import Type, { type Static } from 'typebox'

export const CallPromise = Type.Object({
  /** local day in Europe/Helsinki, `2026-12-28` */
  day: Type.String({ format: 'date' }),
  /** local time by which the first attempt is made, `16:00` */
  by: Type.String({ pattern: '^\\d{2}:\\d{2}$' }),
  /** the same as an instant in UTC */
  until: Type.String({ format: 'date-time' }),
})
export type CallPromise = Static<typeof CallPromise>

/** Who calls, as the resident may know them. */
export const Caller = Type.Object({ firstName: Type.String(), title: Type.String() })

/** Estimates for every area of the organisation in one answer, so that asking reveals no answer. POST binds. */
export const Promises = Type.Object({
  at: Type.String({ format: 'date-time' }),
  /** area of the station itself: it calls while no municipality was answered */
  area: Type.String(),
  /** the area that calls those who live elsewhere or do not say where */
  dutyArea: Type.Optional(Type.String()),
  areas: Type.Array(Type.Object({ area: Type.String(), promise: CallPromise, callers: Type.Array(Caller) })),
})
export type Promises = Static<typeof Promises>
