/** What was agreed in a call: kept short, sealed with the request and erased with it. */
import Type, { type Static } from 'typebox'
import {
  CONSENTS,
  LEVELS,
  MATTER_STATES,
  MOST_PARTIES,
  MOST_STEPS,
  SOCIAL_CONTACTS,
  STEP_OWNERS,
  STEP_STATES,
} from '../request/plan.ts'

const closed = { additionalProperties: false } as const
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' })
const day = Type.String({ format: 'date' })

/** `what`: a few words, or `advice`: an item of it. */
const AgreedStep = Type.Object(
  {
    what: Type.Optional(text(200)),
    advice: Type.Optional(id),
    owner: Type.Enum([...STEP_OWNERS]),
    state: Type.Enum([...STEP_STATES]),
    day: Type.Optional(day),
  },
  closed,
)
export type AgreedStep = Static<typeof AgreedStep>

/** Another party, and what the resident said to contacting it. */
const ConsentAsked = Type.Object({ name: text(80), consent: Type.Enum([...CONSENTS]) }, closed)
/** When that was written down, and by whom (first name). */
const ConsentKept = Type.Object({
  ...ConsentAsked.properties,
  at: Type.String({ format: 'date-time' }),
  by: Type.String(),
})

const agreed = {
  /** the resident's own, and what already works, in their words */
  goal: Type.Optional(text(300)),
  works: Type.Optional(text(300)),
  steps: Type.Array(AgreedStep, { maxItems: MOST_STEPS }),
  /** of several matters, each once, by the id of its life area */
  matters: Type.Optional(
    Type.Array(Type.Object({ area: id, state: Type.Enum([...MATTER_STATES]) }, closed), { maxItems: 20 }),
  ),
  /** contact to social services, with its ground */
  social: Type.Optional(
    Type.Object({ contact: Type.Enum([...SOCIAL_CONTACTS]), ground: Type.Optional(text(300)) }, closed),
  ),
  /** the named worker of one who needs special support; until then by when there is one, or why there is none */
  worker: Type.Optional(
    Type.Object(
      { name: Type.Optional(text(80)), by: Type.Optional(day), reason: Type.Optional(text(200)) },
      closed,
    ),
  ),
  level: Type.Optional(Type.Enum([...LEVELS])),
  /** of the intensive level: who receives it */
  receiver: Type.Optional(text(80)),
  /** is it asked later whether the matter was taken care of, and on which day */
  followUp: Type.Optional(Type.Object({ agreed: Type.Boolean(), day: Type.Optional(day) }, closed)),
}

/** As it is read. */
export const AgreedPlan = Type.Object({ ...agreed, parties: Type.Array(ConsentKept) })
export type AgreedPlan = Static<typeof AgreedPlan>

/** The whole of it, written upon the version that was on the screen: what another has changed meanwhile is not written over. */
export const PlanTold = Type.Object(
  {
    ...agreed,
    parties: Type.Array(ConsentAsked, { maxItems: MOST_PARTIES }),
    version: Type.Integer({ minimum: 1 }),
  },
  closed,
)
export type PlanTold = Static<typeof PlanTold>
