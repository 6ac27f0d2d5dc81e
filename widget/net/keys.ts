/** The id and the secret code of a request, both made in the browser, so that a retry is recognised and the code is ours alone. */
import { ALPHABET, CODE_LENGTH } from '#core/request/code.ts'

export type RequestKeys = { id: string; code: string }

/** UUIDv7 (RFC 9562): milliseconds first, so that the database stores rows in order. */
function uuid7(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 256 ** (5 - index)) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** New keys; `now` in epoch milliseconds. */
export function makeKeys(now: number): RequestKeys {
  const random = crypto.getRandomValues(new Uint8Array(CODE_LENGTH))
  return { id: uuid7(now), code: [...random].map((byte) => ALPHABET[byte % 32]).join('') }
}

/** `K7QM-3VZX-90AB`: in fours, as it is shown and read. */
export const inFours = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code
