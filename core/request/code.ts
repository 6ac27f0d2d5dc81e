/** The resident's code: Crockford's base 32, which has no letters that are read wrong, aloud or on paper. */

/** No I, L, O or U. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Letters of a code that we make: 60 bits. */
export const CODE_LENGTH = 12

/** @param random a byte for each letter */
export const codeOf = (random: Iterable<number>): string =>
  [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')

/** `K7QM-3VZX-90AB`: in fours, as it is shown and read. */
export const inFours = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** What was typed, as it was meant: capitals, no spaces or hyphens, O for 0, I and L for 1. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** Can it be a code; `read` as `readCode` gives it. Another program's may be longer than ours. */
export const isCode = (read: string): boolean => /^[0-9A-HJKMNP-TV-Z]{12,20}$/.test(read)
