/** What somebody means with the text they look for: a reference, a number, or a name or own words; and whether a request has it. */
import type { FoundRow } from '#core/contract/found.ts'
import { readCode } from '#core/request/code.ts'
import { readPhone } from '#core/request/phone.ts'
import type { Contents } from '../../store/sealing.ts'

type FoundBy = FoundRow['by'][number]
export type AskedFor = { reference?: string; phone?: string; words?: string[] }

/** Letters that are not made of another letter and an accent. */
const PLAIN: Record<string, string> = {
  ...{ ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', ł: 'l', ŧ: 't', ŋ: 'n', þ: 'th', ı: 'i' },
}
const OTHERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

/** Words without capitals, accents and what stands between them. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(OTHERS, (letter) => PLAIN[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** With its `K` or without, in the letters of a code. */
const REFERENCE = /^K?([0-9A-HJKMNP-TV-Z]{4}|[0-9A-HJKMNP-TV-Z]{6})$/
const SEPARATORS = /[\s.,:/\u2010-\u2015-]/g
/** A name has no figures, and no `K` apart from it. */
const IS_NO_NAME = /\d|^\s*k\s*[\u2010-\u2015-]/i
/** One letter finds everybody. */
const SHORTEST = 2

/**
 * A number is nobody's name, and a reference that can be no name is nothing else: for these nothing that is sealed is opened.
 * @returns nothing of it when the text can mean nothing
 */
export function askedFor(text: string): AskedFor {
  const [, letters] = REFERENCE.exec(readCode(text.replace(SEPARATORS, ''))) ?? []
  const phone = readPhone(text)
  const words = plainWords(text)
  const isWords =
    phone === undefined &&
    !(letters !== undefined && IS_NO_NAME.test(text)) &&
    words.some(({ length }) => length >= SHORTEST)
  return {
    ...(letters !== undefined && { reference: `K-${letters}` }),
    ...(phone !== undefined && { phone }),
    ...(isWords && { words }),
  }
}

/** Which of these it has: a name by how its words begin, own words wherever they stand in a word, for Finnish joins and bends them. */
export function saidIn({ contact }: Pick<Contents, 'contact'>, words: readonly string[]): FoundBy[] {
  const name = plainWords(contact.name ?? '')
  const own = plainWords(contact.ownWords ?? '')
  const begins = (one: string, word: string) => one.startsWith(word)
  const holds = (one: string, word: string) => (word.length > SHORTEST ? one.includes(word) : one === word)
  return [
    ...(words.every((word) => name.some((one) => begins(one, word))) ? (['name'] as const) : []),
    ...(words.every((word) => own.some((one) => holds(one, word))) ? (['words'] as const) : []),
  ]
}
