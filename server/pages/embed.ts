/** The page on which a web master chooses where the chat stands and copies the code; the chat is on it as it would be. */
import type { Language } from '#core/contract/content.ts'
import {
  attributesOf,
  CORNERS,
  chatAddress,
  type EmbedChoice,
  type EmbedField,
  PLACES,
  snippetOf,
} from '#core/embed/snippet.ts'
import { safe } from './safe.ts'

export type EmbedPage = {
  language: Language
  /** what the chat can speak */
  languages: Language[]
  words: Record<string, string>
  stations: { station: string; name: string }[]
  /** what the address says, of which nothing need fit */
  asked: Record<string, unknown>
  /** our public address */
  server: string
  /** from where this page loads the chat; empty: from here */
  chat: string
  /** `dist/embed.js`; without it the button of the form makes the code */
  script: string
}

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16222b, #e8eef2); --paper: light-dark(#fff, #10181e); --brand: light-dark(#17466b, #9cc8ea); --quiet: light-dark(#eef3f6, #1a262f); --edge: light-dark(#5f7180, #8fa1af) }
* { box-sizing: border-box; min-inline-size: 0 }
[hidden] { display: none !important }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
main { max-inline-size: 70rem; margin-inline: auto; padding: 1rem 1.25rem 7rem }
h1 { font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.2; margin-block: .5rem }
h2 { font-size: 1.2rem; margin-block: 0 .5rem }
p { max-inline-size: 42rem; margin-block: .5rem }
a { color: var(--brand) }
.both { display: grid; gap: 2rem; margin-block-start: 1.5rem }
@media (min-width: 56rem) { .both { grid-template-columns: 22rem 1fr } }
form, fieldset { display: grid; gap: 1rem; align-content: start }
fieldset { border: 0; margin: 0; padding: 0 }
.pair { display: grid; gap: 1rem; grid-template-columns: 1fr 1fr; align-items: end }
label { display: grid; gap: .25rem; font-weight: 600 }
small { font-weight: 400; line-height: 1.4 }
input, select, button { font: inherit; font-weight: 400; color: inherit; min-block-size: 2.75rem; padding: .4rem .7rem; border: 1px solid var(--edge); border-radius: .375rem; background: var(--paper); inline-size: 100% }
button { inline-size: auto; justify-self: start; font-weight: 600; cursor: pointer; padding-inline: 1.25rem }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
pre { margin: 0 0 .75rem; padding: 1rem; background: var(--quiet); border-radius: .5rem; white-space: pre-wrap; font: .9375rem/1.5 ui-monospace, monospace; user-select: all }
section + section { margin-block-start: 2rem }
#told { display: inline-block; margin-inline-start: .75rem }
#link { display: inline-block; padding-block: .7rem; font-weight: 600 }
`

const oneOf = <Value extends string>(asked: unknown, values: readonly Value[]): Value =>
  values.find((value) => value === asked) ?? (values[0] as Value)

/** What can be had of what was asked for. */
function choiceOf({ asked, stations, languages }: EmbedPage): EmbedChoice {
  const said = (field: EmbedField) => {
    const [value] = [asked[field]].flat()
    return typeof value === 'string' ? value.slice(0, 200) : ''
  }
  return {
    station:
      oneOf(
        said('station'),
        stations.map(({ station }) => station),
      ) ?? '',
    language: oneOf(said('language'), ['', ...languages.map(({ lang }) => lang)]),
    place: oneOf(said('place'), PLACES),
    corner: oneOf(said('corner'), CORNERS),
    across: said('across'),
    along: said('along'),
    color: said('color'),
    label: said('label'),
    phone: said('phone'),
    exit: said('exit'),
  }
}

/** Everything that can be chosen. */
function formOf({ language, languages, words, stations, server, chat }: EmbedPage, choice: EmbedChoice) {
  const t = (key: string) => safe(words[`embed.${key}`] ?? key)
  const select = (field: EmbedField, options: [string, string][]) =>
    `<label>${t(field)}<select name="${field}">${options
      .map(
        ([value, text]) =>
          `<option value="${safe(value)}"${value === choice[field] ? ' selected' : ''}>${text}</option>`,
      )
      .join('')}</select></label>`
  const field = (name: EmbedField, more = 'type="text"') => {
    const help = words[`embed.${name}.help`]
    return `<label>${t(name)}<input name="${name}" value="${safe(choice[name])}" ${more}>${help ? `<small>${safe(help)}</small>` : ''}</label>`
  }
  const px = 'type="number" min="0" max="400" placeholder="16" inputmode="numeric"'
  const only = choice.place === 'button' ? '' : ' hidden'
  return `<form action="/embed" data-server="${safe(server)}" data-chat="${safe(chat)}" data-fallback="${language.lang}">
<input type="hidden" name="lang" value="${language.lang}">
${select(
  'station',
  stations.map(({ station, name }) => [station, safe(name)]),
)}
${select('language', [['', t('language.page')], ...languages.map(({ lang, name }): [string, string] => [lang, safe(name)])])}
${select(
  'place',
  PLACES.map((one) => [one, t(`place.${one}`)]),
)}
<fieldset data-of="button"${only}>
${select(
  'corner',
  CORNERS.map((one) => [one, t(`corner.${one}`)]),
)}
<div class="pair">${field('across', px)}${field('along', px)}</div>
</fieldset>
${field('color')}
${field('label')}
${field('phone', 'type="tel"')}
${field('exit', 'type="url" placeholder="https://"')}
<button id="show">${t('show')}</button>
</form>`
}

/** Pure: the page as HTML. */
export function embedPage(page: EmbedPage): string {
  const { language, words, server, chat, script } = page
  const t = (key: string) => safe(words[`embed.${key}`] ?? key)
  const choice = choiceOf(page)
  const attributes = attributesOf(choice)
  const written = (before: string) =>
    attributes.map(([name, value]) => ` ${before}${name}="${safe(value)}"`).join('')
  const isInline = choice.place === 'inline'
  const link = words['loader.open'] ?? ''
  const hasLink = choice.place === 'links' || choice.place === 'page'
  return `<!doctype html>
<html lang="${language.lang}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('title')}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<script async id="tag" src="${safe(chat)}/widget.js"${isInline ? '' : written('data-')}></script>
</head>
<body>
<main>
<p><a href="/?language=${language.lang}">${t('back')}</a></p>
<h1>${t('title')}</h1>
<p>${t('lead')}</p>
<div class="both">
${formOf(page, choice)}
<div>
<section aria-labelledby="what">
<h2 id="what">${t('code')}</h2>
<pre tabindex="0" aria-labelledby="what"><code id="code">${safe(snippetOf(choice, server, language.lang, link))}</code></pre>
<button type="button" id="copy" hidden data-done="${t('copied')}" data-failed="${t('copyFailed')}">${t('copy')}</button><span id="told" role="status"></span>
<p>${t('policy')} <code>script-src ${safe(server)}; frame-src ${safe(server)}</code></p>
<p>${t('origin')}</p>
</section>
<section aria-labelledby="live">
<h2 id="live">${t('live')}</h2>
<p>${t('live.text')}</p>
<div id="stage"><a id="link" title="${safe(link)}" href="${safe(chatAddress(chat, choice, language.lang))}"${choice.place === 'links' ? ' data-kynnys-open' : ''}${hasLink ? '' : ' hidden'}>${safe(choice.label.trim() || link)}</a>${isInline ? `<kynnys-chat${written('')}></kynnys-chat>` : ''}</div>
</section>
</div>
</div>
</main>
<script>${script}</script>
</body>
</html>
`
}
