/**
 * A page that stands where the conversation cannot: it says why, and has 112, the verified numbers and the ways on. It needs
 * no build and no script, so that it can be shown whatever has failed.
 */
import type { Language, Place, Words } from '#core/contract/content.ts'
import { EMERGENCY_LINE } from '#core/flow/named.ts'
import { EMERGENCY } from '#core/flow/words.ts'
import { safe } from './safe.ts'

/** What it is about: `notice.{about}.title` and `.text` of the namespace `host`. */
export type NoticeAbout = 'choose' | 'unknown' | 'lost' | 'crowd' | 'failed'

type Notice = {
  about: NoticeAbout
  language: Language
  words: Words
  /** verified and not overdue; 112 stands there in any case */
  lines: Place['lines']
  /** where the conversation of each station begins */
  stations: { name: string; href: string; phone: string | null }[]
  /** for whoever runs the server, in English */
  note?: string
}

const call = (number: string) =>
  `<a class="call" href="tel:${safe(number.replace(/[^\d+]/g, ''))}">${safe(number)}</a>`

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#16222b, #e8eef2); --paper: light-dark(#fff, #10181e); --brand: light-dark(#17466b, #9cc8ea); --edge: light-dark(#c9d3da, #33434f) }
* { box-sizing: border-box }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
main { max-inline-size: 38rem; margin-inline: auto; padding: 1rem }
h1 { font-size: 1.4rem; line-height: 1.25; margin-block: .5rem }
h2 { font-size: 1.1rem; margin-block: 1.5rem .25rem }
p { margin-block: .5rem }
a { color: var(--brand); display: inline-flex; align-items: center; min-block-size: 2.75rem; min-inline-size: 2.75rem }
a.call { font-weight: 700; white-space: nowrap }
ul { list-style: none; margin: 0; padding: 0 }
li { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: center; justify-content: space-between; border-block-end: 1px solid var(--edge) }
li > span { flex: 1 1 14rem; padding-block: .35rem }
small { display: block }
`

/** Answers the loader's first word, closes its panel by Escape, and keeps a link in the panel: the app's manners, in short. */
const MANNERS = `let host
if (parent !== self) {
addEventListener('message', ({ source, origin, data }) => {
if (source === parent && data?.kynnys === 'ready') parent.postMessage({ kynnys: 'ready' }, (host = origin))
})
addEventListener('keydown', ({ key }) => { if (host && key === 'Escape') parent.postMessage({ kynnys: 'close' }, host) })
}
if (location.hash === '#panel') for (const a of document.links) if (a.origin === location.origin) a.hash = 'panel'`
/** Told to the web master, in the console of the page. */
const TOLD: Partial<Record<NoticeAbout, string>> = {
  unknown: `console.warn('Kynnys: the address of this chat names a station that does not exist. Check data-station of the script tag, or ?station= of the link.')`,
}

const EMERGENCY_NUMBER = { id: EMERGENCY_LINE, number: EMERGENCY }

/** Pure: the page as HTML. */
export function noticePage({ about, language, words, lines, stations, note }: Notice): string {
  const text = (namespace: string, key: string) => safe(words[namespace]?.[key] ?? '')
  const t = (key: string) => text('host', `notice.${key}`)
  const known = lines.some(({ number }) => number === EMERGENCY) ? lines : [EMERGENCY_NUMBER, ...lines]
  const line = ({ id, number }: Place['lines'][number]) =>
    number === null
      ? ''
      : `<li><span><b>${text('numbers', `${id}.name`)}</b>${['for', 'when'].map((part) => `<small>${text('numbers', `${id}.${part}`)}</small>`).join('')}</span>${call(number)}</li>`
  const station = ({ name, href, phone }: Notice['stations'][number]) =>
    `<li><a href="${safe(href)}">${safe(name)}</a>${phone ? call(phone) : ''}</li>`
  const numbers = `<h2>${t('numbers')}</h2><ul>${known.map(line).join('')}</ul>`
  const ways =
    stations.length > 0 ? `<h2>${t('stations')}</h2><ul>${stations.map(station).join('')}</ul>` : ''
  const isTried = about === 'crowd' || about === 'failed'
  const again = isTried ? `<p><a href="">${t('again')}</a></p>` : ''
  const service = text('widget', 'title')
  return `<!doctype html>
<html lang="${safe(language.lang)}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${t(`${about}.title`)} · ${service}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body><main>
<p>${service}</p>
<h1>${t(`${about}.title`)}</h1>
<p>${t(`${about}.text`)}</p>
<p>${t('call')} ${call(EMERGENCY)}</p>${again}
${isTried ? numbers + ways : ways + numbers}
${note === undefined ? '' : `<p lang="en" dir="ltr"><small>${safe(note)}</small></p>`}
</main><script>${[TOLD[about], MANNERS].filter(Boolean).join('\n')}</script></body>
</html>
`
}
