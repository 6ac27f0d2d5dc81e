/** The map's own words: data, so that they can be said in other languages. */
import phrases from '#core/check/base/map-phrases.json' with { type: 'json' }

export type Phrase = keyof typeof phrases

/** A phrase of the map, its names filled in. */
export const say = (name: Phrase, fill: Record<string, string | number> = {}): string =>
  phrases[name].replace(/\{(\w+)\}/g, (whole, key: string) => String(fill[key] ?? whole))

/** The phrase for a word of the content; the word itself when there is none. */
export const sayOr = (name: string, otherwise: string): string =>
  Object.hasOwn(phrases, name) ? phrases[name as Phrase] : otherwise

/** `a, b or c`. */
export function joined(parts: string[], by: 'and' | 'or'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}${say(by)}${last}`
}
