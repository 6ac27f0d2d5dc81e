/** Roles that no one person may have together: whoever runs the place reads no requests, whoever looks on does nothing. */
import type { Role } from '#core/request/choices.ts'
import { refuse } from '../refusal.ts'

/** Who reads requests. */
const READERS: readonly Role[] = ['coordinator', 'lead']

/** @returns a sentence that says which roles are joined and what to do; nothing when they may be one person's */
export function whyApart(roles: readonly Role[]): string | undefined {
  if (roles.includes('auditor') && roles.some((role) => role !== 'auditor'))
    return 'An auditor reads what the others did, and is nothing else: give that role to another person.'
  const reading = READERS.find((role) => roles.includes(role))
  if (roles.includes('admin') && reading !== undefined)
    return `Who administers gives the right to read requests, and reads none: give admin and ${reading} to two persons.`
  return undefined
}

/** @throws Refusal of roles that must not be joined */
export function mustBeApart(roles: readonly Role[]): void {
  const detail = whyApart(roles)
  if (detail !== undefined) refuse('invalid-field', { field: '/roles', reason: 'joined-roles', detail })
}
