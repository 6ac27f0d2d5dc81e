/** What the log can say. Events hold ids, types, times and actors only: never a name, a number, an answer or free text. */
import Type, { type Static } from 'typebox'
import { LIFE_EVENTS, type LifeEvent } from '../request/life.ts'

/**
 * Of a request, in the words of its life; and of what the desk reads besides. `request-handed-on`: its holder is away, and it is in other
 * hands or in nobody's. `folding-changed`: it came in sight from under
 * another of the same number, or another has left from under it.
 */
export type EventType = LifeEvent | (typeof OTHERS)[number]
const OTHERS = [
  'folding-changed',
  'request-handed-on',
  'content-published',
  'area-changed',
  'aside-judged',
] as const
export const EVENT_TYPES: readonly EventType[] = [...LIFE_EVENTS, ...OTHERS]

export const Event = Type.Object({
  /** gapless within the organisation, from 1 */
  number: Type.Integer({ minimum: 1 }),
  type: Type.Enum([...EVENT_TYPES]),
  at: Type.String({ format: 'date-time' }),
  request: Type.Optional(Type.String()),
  area: Type.Optional(Type.String()),
  /** a staff person’s id; absent when the resident or the machine did it */
  actor: Type.Optional(Type.String()),
})
export type Event = Static<typeof Event>

/**
 * Sent on the live socket at least every ten seconds, because a browser cannot see a ping: `number` is the newest event
 * of the organisation. Thirty seconds without any frame means that the connection is dead.
 */
export const Heartbeat = Type.Object({
  type: Type.Literal('heartbeat'),
  number: Type.Integer({ minimum: 0 }),
})
export type Heartbeat = Static<typeof Heartbeat>
