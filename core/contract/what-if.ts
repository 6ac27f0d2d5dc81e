/** What would have been promised: the last weeks' requests with another staffing, beside the one of today. */
import Type, { type Static } from 'typebox'

const closed = { additionalProperties: false } as const
const Day = Type.String({ format: 'date' })
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** More is no staffing but a slip of the finger. */
const MOST_PEOPLE = 60
const MOST_ATTEMPTS = 60

const staffing = {
  /** coordinators who call on a day, of all areas together */
  people: Type.Integer({ minimum: 0, maximum: MOST_PEOPLE }),
  /** first attempts each of them makes in a day */
  attempts: Type.Number({ minimum: 0, maximum: MOST_ATTEMPTS }),
  /** who asks before it may be called the same day */
  cutOff: Time,
  /** the end of the calls of a day */
  callBy: Time,
}
const Staffing = Type.Object(staffing, closed)
export type Staffing = Static<typeof Staffing>

/** What is not said is as it is today. */
export const WhatIfAsked = Type.Partial(Type.Object(staffing), closed)
export type WhatIfAsked = Static<typeof WhatIfAsked>

const count = Type.Integer({ minimum: 0 })
/** For when the calls were promised: each request is in one of the four. */
const Foreseen = Type.Object(
  {
    staffing: Staffing,
    /** first attempts that can be promised for an ordinary day */
    places: count,
    sameDay: count,
    /** the next day on which somebody calls */
    next: count,
    later: count,
    /** no day within the horizon had room */
    undated: count,
    /** working days until the latest of the promised ones; null: none was promised */
    longest: Type.Union([count, Type.Null()]),
  },
  closed,
)
export type Foreseen = Static<typeof Foreseen>

export const WhatIf = Type.Object(
  {
    /** whole weeks that were counted; absent: none has been */
    weeks: Type.Optional(Type.Object({ count, from: Day, to: Day }, closed)),
    /** requests in all, as the figures tell them */
    arrivals: count,
    /** places of a day that are kept for those who cannot wait */
    reserve: count,
    today: Foreseen,
    asked: Foreseen,
  },
  closed,
)
export type WhatIf = Static<typeof WhatIf>
