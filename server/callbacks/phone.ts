/** The number of a contact, as the one judge of numbers reads it. */
import type { Contact } from '#core/contract/callback.ts'
import { readPhone } from '#core/request/phone.ts'
import { refuse } from '../refusal.ts'

/**
 * The number to call, if one was given: a Finnish one without prefix, or any country's with it.
 * @throws Refusal `invalid-field` when it is not a number that can be called, or is missing and needed
 */
export function phoneOf(contact: Contact): string | undefined {
  const typed = contact.phone?.trim()
  if (!typed)
    return contact.way === 'visit' ? undefined : refuse('invalid-field', { field: '/contact/phone' })
  return readPhone(typed) ?? refuse('invalid-field', { field: '/contact/phone' })
}
