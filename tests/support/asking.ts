/** Request bodies whose answers replay whole over the repository's own dialogue: from its cases. */
import { randomInt, randomUUID } from 'node:crypto'
import type { CallbackRequestBody, Contact } from '#core/contract/callback.ts'
import { ALPHABET, CODE_LENGTH } from '#core/request/code.ts'
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
