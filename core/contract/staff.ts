/** What an administrator is told of the staff, and what everybody may change of their own way in. */
import Type from 'typebox'
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
    }),
  ),
})
export const StaffRoles = Type.Object(
  { roles: Type.Array(Type.Enum([...ROLES]), { minItems: 1, maxItems: 5 }) },
  closed,
)
/** Shown once. */
export const NewPassword = Type.Object({ password: Type.String() })
export const StaffSessions = Type.Object({
  sessions: Type.Array(Type.Object({ since: Type.String(), seen: Type.String() })),
})
/** @see SignIn */
export const PasswordChange = Type.Object(
  {
    old: Type.String({ minLength: 1, maxLength: 256 }),
    next: Type.String({ minLength: 12, maxLength: 256 }),
  },
  closed,
)
