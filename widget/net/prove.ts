/** Does the small proof of work that is asked of many requests from one network: a part of its own, fetched only then. */
import { isProof, triedText } from '#core/request/proof.ts'
import { call, type OwnRequest, PATH, type Reply } from './outbox.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** @returns the number that proves it; throws where the browser derives no keys (a page that is not secure) */
async function found({ salt, bits, rounds }: NonNullable<OwnRequest['proof']>, id: string): Promise<string> {
  const by = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: rounds }
  for (let nonce = 0; ; nonce++) {
    const text = bytes(triedText(id, String(nonce)))
    const key = await crypto.subtle.importKey('raw', text, by.name, false, ['deriveBits'])
    if (isProof(new Uint8Array(await crypto.subtle.deriveBits(by, key, 256)), bits)) return String(nonce)
  }
}

/** Proves one's own request; nobody has to do anything. @returns the request as it then stands: it may have a date now */
export const prove = async (proof: NonNullable<OwnRequest['proof']>, id: string, code: string) =>
  call<OwnRequest>('POST', `${PATH}/mine/proof`, code, { nonce: await found(proof, id) }) as Promise<
    Reply<OwnRequest>
  >
