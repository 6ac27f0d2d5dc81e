/** Letters as they are compared, whoever typed them and on whatever keyboard. */

/**
 * However a sign was composed, without invisible ones (soft hyphens, joiners, marks) and apostrophes, in small letters, ä, å and ö
 * as a and o, because many keyboards have none; anything between words is one space.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u2800\u115f\u1160\u3164'’`´]/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** The folded words of a text, in its order. */
export const wordsIn = (text: string): string[] => folded(text).split(' ').filter(Boolean)
