/** Request bodies whose answers replay whole over the repository's own dialogue: from its cases. */
import { pbkdf2Sync, randomInt, randomUUID } from 'node:crypto'
import type { CallbackRequestBody, Contact, ProofAsked } from '#core/contract/callback.ts'
import { ALPHABET, CODE_LENGTH } from '#core/request/code.ts'
import { isProof, triedText } from '#core/request/proof.ts'
import { loadCases } from './content.ts'

const [first] = loadCases()
const newCode = () => Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(32)]).join('')

type More = Partial<Omit<CallbackRequestBody, 'contact'>> & { contact?: Partial<Contact> }

/** A well-formed request. Each call is another resident. */
export function asking(revision: string, { contact, ...more }: More = {}): CallbackRequestBody {
  return {
    id: randomUUID(),
    code: newCode(),
    station: 'laukaa',
    revision,
    language: 'fi',
    on: '2026-11-24',
    answers: { ...first?.answers },
    contact: {
      way: 'call',
      phone: `040 ${randomInt(1_000_000, 9_999_999)}`,
      name: 'Veera Esimerkki',
      ...contact,
    },
    ...more,
  }
}

/** The proof of work that a resident's page does unseen. @returns the first number that proves a request */
export function nonceFor(id: string, { salt, bits, rounds }: ProofAsked): string {
  let nonce = 0
  while (!isProof(pbkdf2Sync(triedText(id, String(nonce)), salt, rounds, 32, 'sha256'), bits)) nonce += 1
  return String(nonce)
}
