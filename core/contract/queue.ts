/** How the queue is asked for, and how many there are of what. */
import Type, { type Static } from 'typebox'
import { OTHER_LANGUAGE } from '../queue/looked-for.ts'
import { DUES, WAYS, WISHES } from '../request/choices.ts'

const closed = { additionalProperties: false } as const

/** A name that a place or its content gives: a lane, a municipality, a mark of attention. */
export const GIVEN_NAME = '^[a-z0-9-]{1,40}$'
const given = (description: string) => Type.String({ pattern: GIVEN_NAME, description })

/** What part of the queue is looked at: `untried` is still to be called for the first time; `tried` to be called again; `mine` is in my hands; `unrecorded` was closed in my areas, whoever did it, and stands in no client system. */
export const QUEUE_STATES = ['open', 'waiting', 'mine', 'untried', 'tried', 'overdue', 'unrecorded'] as const

/** What is asked of the queue. Everything that is named holds at once. */
export const QueueAsked = Type.Object(
  {
    state: Type.Optional(
      Type.Enum([...QUEUE_STATES], { description: 'which rows; `open` if it is not said' }),
    ),
    area: Type.Optional(given('one of my areas')),
    danger: Type.Optional(
      Type.Enum(['true', 'false'], {
        description: 'a flag of danger was ticked, or fear of somebody near told',
      }),
    ),
    way: Type.Optional(Type.Enum([...WAYS], { description: 'how the resident wants to be reached' })),
    window: Type.Optional(
      Type.Enum([...WISHES], {
        description: 'the part of the day that was wished for; `safe`: contact is not safe at any time',
      }),
    ),
    today: Type.Optional(Type.Enum(['true', 'false'], { description: 'help is wanted today' })),
    lane: Type.Optional(given('whose queue it is: an ordinary resident’s, a consultation …')),
    language: Type.Optional(given(`of the conversation; \`${OTHER_LANGUAGE}\`: any but Finnish`)),
    municipality: Type.Optional(given('where the resident lives')),
    attention: Type.Optional(given('a mark of attention that the answers gave')),
    after: Type.Optional(
      Type.String({
        pattern: '^[\\w-]{1,120}$',
        description: '`after` of the page before: the walk goes on there',
      }),
    ),
    since: Type.Optional(
      Type.String({
        pattern: '^\\d{1,15}$',
        description:
          'instead of a page, and asked for alone: what has changed since the event of this number',
      }),
    ),
  },
  closed,
)
export type QueueAsked = Static<typeof QueueAsked>

const Count = Type.Integer({ minimum: 0 })

/** How many there are in my areas of what is looked for by danger, way and window, on whatever page they stand. */
export const QueueCounts = Type.Object({
  open: Count,
  /** for anybody to take: nobody has it, or who has it let the time pass before anybody was reached */
  waiting: Count,
  mine: Count,
  /** tried and not reached, or to be called once more as agreed */
  tried: Count,
  overdue: Count,
  /** promised within the hour */
  soon: Count,
  /** told of danger or fear */
  danger: Count,
  /** closed in my areas and not recorded in the client system, whatever is looked for */
  unrecorded: Count,
  /** the same apart: each open request in one of them */
  parts: Type.Array(
    Type.Object({
      area: Type.String(),
      held: Type.Enum(['free', 'mine', 'other']),
      due: Type.Enum([...DUES]),
      count: Count,
      /** of these, to be tried again */
      tried: Count,
      danger: Count,
    }),
  ),
})
export type QueueCounts = Static<typeof QueueCounts>
