/** The resident's code and the reference: Crockford's base 32, which has no letters that are read wrong. */
import { randomInt } from 'node:crypto'
import { refuse } from '../refusal.ts'
import type { Tx } from '../store/store.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE = /^[0-9A-HJKMNP-TV-Z]{12,20}$/

/** The code as it was meant: small letters, hyphens, O for 0, I and L for 1. Nothing when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return CODE.test(code) ? code : undefined
}

/** @throws Refusal `invalid-field` */
export const codeOf = (typed: string): string =>
  readCode(typed) ?? refuse('invalid-field', { field: '/code' })

const random = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** `K-7Q4F`, for speaking aloud: of the open requests only this one has it. It opens nothing. */
export async function newReference(tx: Tx): Promise<string> {
  for (let tries = 0; ; tries++) {
    const reference = `K-${random(tries < 10 ? 4 : 6)}`
    if (await tx.requests.isReferenceFree(reference)) return reference
  }
}
