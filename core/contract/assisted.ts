/** What a coordinator stores of a call in which she walked the conversation with the caller. */
import Type, { type Static } from 'typebox'
import { ASSISTED_ENDS } from '../request/assisted.ts'
import { OUTCOMES_AT_ONCE } from '../request/choices.ts'
import { CallbackRequestBody } from './callback.ts'

const closed = { additionalProperties: false } as const

/** How the call ended, if the matter did. */
const EndOfCall = Type.Object(
  {
    outcome: Type.Enum([...OUTCOMES_AT_ONCE]),
    recorded: Type.Boolean(),
    failureDemand: Type.Optional(Type.Boolean()),
  },
  closed,
)

/**
 * The body of a resident's request, whose number may be missing where nobody will ring it; `ends` says what becomes of it,
 * `closing` belongs to `closed` alone. Told again with the same id and code it has the same answer.
 */
export const AssistedBody = Type.Object(
  {
    ...CallbackRequestBody.properties,
    ends: Type.Enum([...ASSISTED_ENDS]),
    closing: Type.Optional(EndOfCall),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  },
  closed,
)
export type AssistedBody = Static<typeof AssistedBody>
