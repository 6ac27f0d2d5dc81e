/** The map's and the command's own words: data, in the language that was asked for. */
import { LANGUAGES, type MapPhrases } from '../language.ts'

export type Phrase = keyof MapPhrases

/** One command speaks one language from beginning to end: it is set once, and need not be handed through every sentence. */
let speaking = 'en'

/** Makes an answer in a language. @param language one of `LANGUAGES`; another speaks English */
export function speak<Answer>(language: string, make: () => Answer): Answer {
  const before = speaking
  speaking = language
  try {
    return make()
  } finally {
    speaking = before
  }
}

/** The language in which is spoken now. */
export const spoken = (): string => speaking

const phrases = (): MapPhrases =>
  (LANGUAGES[speaking] ?? (LANGUAGES.en as (typeof LANGUAGES)[string])).phrases

/** A phrase, its names filled in. */
export const say = (name: Phrase, fill: Record<string, string | number> = {}): string =>
  phrases()[name].replace(/\{(\w+)\}/g, (whole, key: string) => String(fill[key] ?? whole))

/** The phrase for a word of the content; the word itself when there is none. */
export const sayOr = (name: string, otherwise: string): string =>
  Object.hasOwn(phrases(), name) ? phrases()[name as Phrase] : otherwise

/** `a, b or c`. */
export function joined(parts: string[], by: 'and' | 'or'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}${say(by)}${last}`
}

/** `1 flow`, `3 flows`. */
export const counted = (count: number, one: Phrase, many: Phrase, names = ''): string =>
  say(count === 1 ? one : many, { count, names })
