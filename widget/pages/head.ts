/** What the head of a document says to browsers and to search engines. Pure. */
import type { Language } from '#core/contract/content.ts'

/** As a value of an attribute, or as text. */
export const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

type Head = {
  language: Language
  title: string
  /** what is found under, for pages that anybody may find; absent: search engines leave it out */
  found?: {
    description: string
    /** path of this page in a language, without station: all of them have the same text */
    path: (lang: string) => string
    languages: readonly Language[]
    /** public address of the server; without it the links are those of this machine */
    origin: string | undefined
  }
}

/** Its address in each language, the first of which serves whoever speaks none of them. */
function alternates({ path, languages, origin = '' }: NonNullable<Head['found']>): string {
  const all = [...languages.map(({ lang }) => [lang, lang]), ['x-default', languages[0]?.lang]]
  return all
    .map(
      ([name, lang = '']) =>
        `<link rel="alternate" hreflang="${name}" href="${escaped(origin + path(lang))}">`,
    )
    .join('')
}

/** From the doctype to the last line of the head that is the same everywhere; the document goes on with its styles. */
export function headOf({ language: { lang, dir }, title, found }: Head): string {
  const search = found
    ? [
        `<meta name="description" content="${escaped(found.description)}">`,
        `<link rel="canonical" href="${escaped((found.origin ?? '') + found.path(lang))}">`,
        alternates(found),
      ].join('')
    : '<meta name="robots" content="noindex">'
  return [
    `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="data:,">${search}<meta name="referrer" content="no-referrer">`,
  ].join('')
}
