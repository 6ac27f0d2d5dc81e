/**
 * A small proof of work, asked only under pressure: it costs one phone about a second of idle time, and who sends thousands of
 * requests thousands of them. Nothing is there for a person to solve, and it is the same for everybody. Each try is a
 * derivation of a key (PBKDF2), which browsers do natively: a program made for it is hardly quicker.
 */

/** What one try costs, in rounds of SHA-256, and how many zero bits a result must begin with: 2^bits tries on average. */
export const ROUNDS = 2000
export const BITS = 7

/** What is derived from: bound to the request, so that no proof serves another one. */
export const triedText = (id: string, nonce: string): string => `${id} ${nonce}`

/** Does a derived key (32 bytes) begin with as many zero bits. */
export const isProof = (derived: Uint8Array, bits: number): boolean =>
  new DataView(derived.buffer, derived.byteOffset).getUint32(0) >>> (32 - bits) === 0
