/** What search engines are told of: the pages of advice, each in every language that has its words. Pure. */
import type { Edition } from '../content/serving/edition.ts'
import { pathOf } from './address.ts'
import { safe } from './safe.ts'

type Told = Pick<Edition, 'dialogue' | 'languages' | 'words'>

/** One page in each of its languages, each of which names the others. */
function entries(origin: string, item: string | undefined, languages: string[]): string[] {
  const at = (language: string) => safe(origin + pathOf(language, { page: 'advice', item }))
  const others = languages
    .map((one) => `<xhtml:link rel="alternate" hreflang="${safe(one)}" href="${at(one)}"/>`)
    .join('')
  return languages.map((language) => `<url><loc>${at(language)}</loc>${others}</url>`)
}

/** @param origin public address of the server */
export function sitemap({ dialogue, languages, words }: Told, origin: string): string {
  const all = Object.keys(languages)
  const items = Object.keys(dialogue.advice)
  const told = (item: string) => all.filter((one) => words(one).advice?.[`${item}.title`] !== undefined)
  const rows = [
    ...entries(origin, undefined, all),
    ...items.flatMap((item) => entries(origin, item, told(item))),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...rows,
    '</urlset>\n',
  ].join('\n')
}

/** Pages that are not to be found say so themselves; what is for programs and staff is of no use to anybody who searches. */
export const robotsTxt = (origin: string): string =>
  ['User-agent: *', 'Disallow: /api/', 'Disallow: /desk/', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
