/** What an administrator is told of the staff, and what everybody may change of their own way in. */
import Type, { type Static } from 'typebox'
import { ROLES } from '../request/choices.ts'

const closed = { additionalProperties: false } as const

export const StaffList = Type.Object({
  staff: Type.Array(
    Type.Object({
      person: Type.String(),
      username: Type.String(),
      name: Type.String(),
      title: Type.String(),
      roles: Type.Array(Type.Enum([...ROLES])),
      disabled: Type.Boolean(),
      areas: Type.Array(Type.Object({ area: Type.String(), kind: Type.Enum(['own', 'substitute']) })),
      sessions: Type.Integer(),
      /** when one of them was last used; null: signed in nowhere */
      seen: Type.Union([Type.String(), Type.Null()]),
      /** of the roles: `If-Match` of a change of them */
      mark: Type.String(),
    }),
  ),
})
export type StaffList = Static<typeof StaffList>
const Areas = Type.Array(Type.String({ maxLength: 40 }), { maxItems: 50 })
/** Somebody who begins to work here. */
export const Newcomer = Type.Object(
  {
    /** made by who asks: asked again under it nobody is added twice, and the answer has another password */
    person: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
    username: Type.String({ pattern: '^[\\p{Ll}\\d][\\p{Ll}\\d._-]{1,39}$' }),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    title: Type.String({ maxLength: 120 }),
    roles: Type.Array(Type.Enum([...ROLES]), { minItems: 1, maxItems: 5 }),
    own: Type.Optional(Areas),
    substitute: Type.Optional(Areas),
  },
  closed,
)
export const StaffNames = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 120 }), title: Type.String({ maxLength: 120 }) },
  closed,
)
export const StaffRoles = Type.Object(
  { roles: Type.Array(Type.Enum([...ROLES]), { minItems: 1, maxItems: 5 }) },
  closed,
)
/** Shown once. */
export const NewPassword = Type.Object({ password: Type.String() })
export const StaffSessions = Type.Object({
  sessions: Type.Array(Type.Object({ since: Type.String(), seen: Type.String() })),
})
export type StaffSessions = Static<typeof StaffSessions>
/** @see SignIn */
export const PasswordChange = Type.Object(
  {
    old: Type.String({ minLength: 1, maxLength: 256 }),
    next: Type.String({ minLength: 12, maxLength: 256 }),
  },
  closed,
)
