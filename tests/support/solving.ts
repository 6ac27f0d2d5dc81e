/** The proof of work that a resident's page does unseen, done here in the same way. */
import { pbkdf2Sync } from 'node:crypto'
import type { ProofAsked } from '#core/contract/callback.ts'
import { isProof, triedText } from '#core/request/proof.ts'

/** @returns the first number that proves a request */
export function nonceFor(id: string, { salt, bits, rounds }: ProofAsked): string {
  let nonce = 0
  while (!isProof(pbkdf2Sync(triedText(id, String(nonce)), salt, rounds, 32, 'sha256'), bits)) nonce += 1
  return String(nonce)
}
