/** The proof of work as the server asks and judges it, without remembering anything. */
import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { ProofAsked } from '#core/contract/callback.ts'
import { BITS, isProof, ROUNDS, triedText } from '#core/request/proof.ts'
import { blindIndex } from './blind.ts'
import type { DataKeys } from './keys.ts'

const derive = promisify(pbkdf2)
const LENGTH = 32

/** What is asked of a request: the same each time, so that a retry gets the same bytes. It cannot be known before it is asked for. */
export const proofAsked = (keys: DataKeys, organisation: string, id: string): ProofAsked => ({
  salt: blindIndex(keys, organisation, 'proof', id),
  bits: BITS,
  rounds: ROUNDS,
})

/** @param nonce as the resident's browser found it; costs a millisecond, beside the main thread */
export async function isProven(
  { salt, bits, rounds }: ProofAsked,
  id: string,
  nonce: string,
): Promise<boolean> {
  return isProof(await derive(triedText(id, nonce), salt, rounds, LENGTH, 'sha256'), bits)
}
