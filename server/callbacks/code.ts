/** The resident's code and number as they were typed, and the reference that is spoken aloud, in the letters of the code. */
import { randomInt } from 'node:crypto'
import type { Contact } from '#core/contract/callback.ts'
import { ALPHABET, isCode, readCode } from '#core/request/code.ts'
import { readPhone } from '#core/request/phone.ts'
import { refuse } from '../refusal.ts'
import type { Tx } from '../store/store.ts'

/** @throws Refusal `invalid-field` */
export function codeOf(typed: string): string {
  const code = readCode(typed)
  return isCode(code) ? code : refuse('invalid-field', { field: '/code' })
}

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

const random = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** `K-7Q4F`, for speaking aloud: of all that are kept only this one has it, so that a closed one can be opened again. It opens nothing. */
export async function newReference(tx: Tx): Promise<string> {
  for (let tries = 0; ; tries++) {
    const reference = `K-${random(tries < 10 ? 4 : 6)}`
    if ((await tx.found.withReference(reference)).length === 0) return reference
  }
}
