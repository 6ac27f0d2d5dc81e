/** The resident's code as it was sent, and the reference that is spoken aloud, in the same letters. */
import { randomInt } from 'node:crypto'
import { ALPHABET, isCode, readCode } from '#core/request/code.ts'
import { refuse } from '../refusal.ts'
import type { Tx } from '../store/store.ts'

/** @throws Refusal `invalid-field` */
export function codeOf(typed: string): string {
  const code = readCode(typed)
  return isCode(code) ? code : refuse('invalid-field', { field: '/code' })
}

const random = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** `K-7Q4F`, for speaking aloud: of the open requests only this one has it. It opens nothing. */
export async function newReference(tx: Tx): Promise<string> {
  for (let tries = 0; ; tries++) {
    const reference = `K-${random(tries < 10 ? 4 : 6)}`
    if (await tx.requests.isReferenceFree(reference)) return reference
  }
}
