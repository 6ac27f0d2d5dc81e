/** Who has read a request, as the access log has it. */
import Type, { type Static } from 'typebox'

/** What counts as reading: opening it, and copying it for the client system. */
export const READINGS = ['opened', 'copied'] as const

export const Readings = Type.Object({
  /** each person and way of reading once, the latest first */
  readings: Type.Array(
    Type.Object({
      by: Type.String(),
      what: Type.Enum([...READINGS]),
      times: Type.Integer(),
      last: Type.String({ format: 'date-time' }),
    }),
  ),
})
export type Readings = Static<typeof Readings>
