/** An example of a page that the chat is a guest on: a station’s page of a county, under a strict policy of its own. */
import type { FastifyRequest } from 'fastify'
import type { Language } from '#core/contract/content.ts'
import { safe } from './safe.ts'

const OTHER: Record<string, string> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }

/**
 * This machine under its other loopback name: another origin, as the chat is on a real page.
 * @returns `http://127.0.0.1:8080`, or nothing where there is no other name
 */
export function otherName(request: FastifyRequest): string {
  const other = OTHER[request.hostname]
  return other ? `${request.protocol}://${other}${request.host.slice(request.hostname.length)}` : ''
}

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16222b, #e8eef2); --paper: light-dark(#fff, #10181e); --brand: light-dark(#17466b, #9cc8ea); --quiet: light-dark(#eef3f6, #1a262f) }
* { box-sizing: border-box }
body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--brand); display: inline-block; padding-block: .55rem }
header { background: var(--brand); color: var(--paper) }
header a { color: inherit; text-decoration: none }
header strong { font-size: 1.25rem }
.inner { max-inline-size: 62rem; margin-inline: auto; padding: 1rem 1.25rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 0; padding: 0 }
h1 { font-size: clamp(1.6rem, 5vw, 2.25rem); line-height: 1.2; margin-block: 1.5rem .5rem }
h2 { font-size: 1.25rem; margin-block: 2rem .5rem }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); margin-block: 1.5rem }
.cards section { background: var(--quiet); border-radius: .5rem; padding: 1rem 1.25rem }
.cards h2 { margin-block: 0 .25rem }
p { max-inline-size: 40rem; margin-block: .5rem }
footer { border-block-start: 1px solid var(--quiet); margin-block-start: 3rem; padding-block-end: 6rem; overflow-wrap: anywhere }
`

type Host = {
  language: Language | undefined
  /** all that the page can be read in */
  languages: Record<string, Language>
  words: Record<string, string>
  station: string
  chat: string
  /** where somebody who must leave quickly is taken */
  exit: string
}

/** Links to the page in each other language, named in itself. */
const otherLanguages = (languages: Host['languages'], own: string): string =>
  Object.entries(languages)
    .filter(([folder, { lang }]) => folder !== own && lang !== own)
    .map(
      ([folder, { lang, name, dir }]) =>
        `<li><a href="/?language=${safe(folder)}" lang="${safe(lang)}" hreflang="${safe(lang)}" dir="${dir}">${safe(name)}</a></li>`,
    )
    .join('')

/** Pure: the page as HTML. `words` is the namespace `host`. */
export function hostPage({ language, languages, words, station, chat, exit }: Host): string {
  const t = (key: string) => safe(words[key] ?? key)
  const lang = language?.lang ?? 'fi'
  const card = (name: string) =>
    `<section><h2>${t(`${name}.title`)}</h2><p>${t(`${name}.text`)}</p></section>`
  return `<!doctype html>
<html lang="${lang}" dir="${language?.dir ?? 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('title')}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<script async src="${chat}/widget.js" data-station="${safe(station)}" data-language="${lang}" data-exit="${safe(exit)}"></script>
</head>
<body>
<header><div class="inner"><a href="/"><strong>${t('county')}</strong></a>
<nav aria-label="${t('menu')}"><ul><li>${t('menu.services')}</li><li>${t('menu.stations')}</li><li>${t('menu.news')}</li>${otherLanguages(languages, lang)}</ul></nav></div></header>
<main class="inner">
<h1>${t('heading')}</h1>
<p>${t('lead')}</p>
<div class="cards">${['open', 'guidance', 'urgent'].map(card).join('')}</div>
<h2>${t('example.title')}</h2>
<p>${t('example.text')}</p>
<p><a href="${chat}/chat/${lang}?station=${safe(station)}">${t('example.page')}</a><br><a href="/embed?lang=${lang}">${t('example.embed')}</a></p>
</main>
<footer class="inner"><p>${t('footer')}</p></footer>
</body>
</html>
`
}
