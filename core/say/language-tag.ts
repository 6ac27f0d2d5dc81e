/** Which of the languages there are serves somebody who names others: lookup as BCP 47 has it (RFC 4647, 3.4). */

/** `sv_FI.UTF-8`, `SWE`, ` sv-fi ` → `sv-FI`, `sv`, `sv-FI`; what is no tag stays as it was written, in small letters. */
function plain(tag: string): string {
  const written = tag.trim().split(/[.@]/, 1)[0]?.replaceAll('_', '-') ?? ''
  try {
    return Intl.getCanonicalLocales(written)[0]?.toLowerCase() ?? ''
  } catch {
    return written.toLowerCase()
  }
}

/** A range, then what is left of it without its last part: `zh-hant-cn`, `zh-hant`, `zh`. A single letter goes with what it announces. */
function shorter(range: string): string[] {
  const parts = range.split('-')
  const all: string[] = []
  while (parts.length > 0) {
    all.push(parts.join('-'))
    parts.pop()
    while (parts.at(-1)?.length === 1) parts.pop()
  }
  return all
}

/**
 * The first wish that can be met, by its whole tag or by what is left when its last parts are dropped, without regard to
 * case, underscores and older names of a language. @returns one of `known` as it is written there
 */
export function lookUpLanguage(wishes: readonly string[], known: readonly string[]): string | undefined {
  const named = new Map(known.map((one) => [plain(one), one]))
  for (const wish of wishes)
    for (const range of shorter(plain(wish))) {
      const found = named.get(range)
      if (found !== undefined) return found
    }
  return undefined
}

/** The language that a tag is a form of: `fi` of `fi-simple`, and of `fi` itself. */
export const baseOf = (tag: string): string => tag.split('-')[0] ?? tag

/** A form of another language: it names its own base as what is shown where it has no words of its own. */
export const isVariant = (lang: string, { fallback }: { fallback?: unknown } = {}): boolean =>
  baseOf(lang) !== lang && fallback === baseOf(lang)
