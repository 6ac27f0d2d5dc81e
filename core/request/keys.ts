/** The id and the secret code of a request, both made where it is told, so that a retry is recognised and the code is the resident's alone. */
import { CODE_LENGTH, codeOf } from './code.ts'

export type RequestKeys = { id: string; code: string }

/** UUIDv7 (RFC 9562): milliseconds first, so that the database stores rows in order. */
function uuid7(now: number, bytes: Uint8Array): string {
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 256 ** (5 - index)) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * New keys.
 * @param now epoch milliseconds
 * @param random so many random bytes
 */
export const keysOf = (now: number, random: (count: number) => Uint8Array): RequestKeys => ({
  id: uuid7(now, random(16)),
  code: codeOf(random(CODE_LENGTH)),
})
