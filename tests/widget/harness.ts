/** A small server of the built widget over the real content, whose requests can be made to wait or fail. */

import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { listsOf } from '#core/check/base/content.ts'
import type { Language, Place, Words } from '#core/contract/content.ts'
import type { FirstScreenInput, FirstScreenModule } from '#core/contract/screen.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { type Phrases, packed, packedItems } from '#core/match/phrases.ts'
import type { LineEntry } from '#core/place/area.ts'
import { HALF_DAYS, halfDayOf, hoursOf, OPENS } from '#core/request/half-day.ts'
import { policyOf, TRUSTED_TYPES } from '../../server/guard/headers.ts'

/** Read once for all files of a worker, which takes longer than many a test; nobody changes what it gives. */
function once<Value>(read: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>()
  return (name) => {
    if (!known.has(name)) known.set(name, read(name))
    return known.get(name) as Value
  }
}
const yaml = once((file) => parse(readFileSync(path.join('flows', file), 'utf8')))
const names = (folder: string, end: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length))

function dialogueOf(): Dialogue {
  const flows = Object.fromEntries(
    names('flows', '.yaml')
      .filter((name) => !['routing', 'cases'].includes(name))
      .map((name) => [name, yaml(`${name}.yaml`)]),
  )
  const advice = Object.fromEntries(
    names('flows/advice', '.yaml').map((id) => [id, yaml(`advice/${id}.yaml`)]),
  )
  const lists = listsOf({ lists: undefined, area: { municipalities: yaml('area/municipalities.yaml') } })
  return { flows, tables: yaml('routing.yaml'), lists, advice } as Dialogue
}

const wordsOf = once((language): Words => {
  const folder = path.join('locales', language)
  return Object.fromEntries(
    names(folder, '.json')
      .filter((name) => name !== 'refused')
      .map((name) => [name, JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'))]),
  )
})

export function placeOf(): Place {
  const { hours, stations } = yaml('area/stations.yaml')
  const all = stations.map((station: object) => ({ hours, closures: [], ...station }))
  const { lines, helps } = yaml('area/lines.yaml')
  return {
    organisation: 'seututerveyskeskus',
    organisationName: yaml('area/organisation.yaml').name,
    station: all.find(({ station }: { station: string }) => station === 'laukaa'),
    stations: all,
    municipalities: yaml('area/municipalities.yaml').map(
      ({ municipality, area, names: name }: { municipality: string; area: string; names: object }) => ({
        code: municipality,
        area,
        name,
      }),
    ),
    lines: lines.map(({ line, number, verifiedOn, always, speaks }: LineEntry) => ({
      id: line,
      number,
      verifiedOn,
      ...(always && { always }),
      ...(speaks && { speaks }),
    })),
    helps,
    daysOff: ['2026-12-24', '2026-12-25', '2026-12-26'],
    coordinatorPhone: null,
  }
}

/** Finnish, and two that stand for any other: their texts are the Finnish ones with the language before them. */
export const LANGUAGES: Language[] = [
  { lang: 'fi', dir: 'ltr', name: 'suomi' },
  { lang: 'sv', dir: 'ltr', name: 'svenska' },
  { lang: 'ar', dir: 'rtl', name: 'العربية' },
]

const inLanguage = once((lang): Words => {
  const words = wordsOf('fi')
  if (lang === 'fi') return words
  const told = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, `${lang}: ${text}`]))
  return Object.fromEntries(Object.entries(words).map(([namespace, texts]) => [namespace, told(texts)]))
})

export function inputOf(
  openRoot: boolean,
  language: Language = LANGUAGES[0] as Language,
  dist = 'dist',
): FirstScreenInput {
  const { lang } = language
  const words = inLanguage(lang)
  // only the first language has phrases: what a language without any does is seen in the others
  const phrases = lang === 'fi' ? (['phrases', 'item-phrases'] as const) : []
  const names = ['dialogue', 'words', 'advice', ...phrases] as const
  const parts = names.map((name) => ({
    name,
    path: `/api/content/1/${name === 'dialogue' ? name : `${name}.${lang}`}.json`,
    bytes: 0,
  }))
  return {
    language,
    languages: LANGUAGES,
    manifest: {
      revision: '1',
      flow: '1',
      language: lang,
      languages: LANGUAGES.map((one) => one.lang),
      parts,
    },
    dialogue: dialogueOf(),
    words,
    place: placeOf(),
    assets: JSON.parse(readFileSync(`${dist}/widget-manifest.json`, 'utf8')),
    openRoot,
  }
}

/** The built first screen. */
export const screens = async (dist = 'dist'): Promise<FirstScreenModule> => {
  const file = pathToFileURL(path.resolve(dist, 'first-screen.js')).href
  return import(/* @vite-ignore */ file)
}

export type Harness = {
  url: string
  /** paths asked for, in order, with bodies */
  asked: { method: string; path: string; body: string }[]
  /** answers of the API by `METHOD path`, replaced at will */
  api: Map<string, () => { status: number; body?: unknown } | undefined>
  /** as it was when it started: nothing asked for, every answer the ordinary one */
  reset(): void
  close(): Promise<void>
}

/** The small server’s time: the Tuesday before its promises. */
export const NOW = '2026-12-22T08:00:00.000Z'
const promise = { day: '2026-12-28', by: '16:00', until: '2026-12-28T14:00:00Z' }
/** Of each half-day, in the first working week after Christmas. */
const safe = Object.fromEntries(
  HALF_DAYS.map((half) => {
    const { weekday, part } = halfDayOf(half)
    const { from, by } = hoursOf(part, promise.by) ?? { from: OPENS, by: promise.by }
    const day = weekday === 5 ? '2027-01-08' : `2026-12-${27 + weekday}`
    return [half, { day, from, by, until: `${day}T${by === '12:00' ? '10' : '14'}:00:00.000Z` }]
  }),
)
const callers = [{ firstName: 'Helmi', title: 'palveluohjaaja' }]

/** Words and advice of every language, by `METHOD path`. */
const wordParts = () =>
  LANGUAGES.flatMap(({ lang }): [string, () => { status: number; body: unknown }][] => {
    const { advice, own, ...words } = inLanguage(lang)
    return [
      [`GET /api/content/1/own.${lang}.json`, () => ({ status: 200, body: { own } })],
      [`GET /api/content/1/words.${lang}.json`, () => ({ status: 200, body: words })],
      [`GET /api/content/1/advice.${lang}.json`, () => ({ status: 200, body: { advice } })],
    ]
  })

function defaults(input: FirstScreenInput): Harness['api'] {
  const status = {
    id: '1',
    reference: 'L-27',
    status: 'waiting',
    promise,
    station: 'laukaa',
    way: 'call',
    phoneEnding: '67',
    callers,
    attempts: [],
    at: NOW,
    version: 1,
    mayCorrect: true,
    mayWithdraw: true,
  }
  return new Map([
    ['GET /api/content/1/dialogue.json', () => ({ status: 200, body: input.dialogue })],
    ...wordParts(),
    ['GET /api/content/1/phrases.fi.json', () => ({ status: 200, body: packed(phrasesOf('fi')) })],
    ['GET /api/content/1/item-phrases.fi.json', () => ({ status: 200, body: itemsOf('fi') })],
    [
      'GET /api/promises',
      () => ({
        status: 200,
        body: {
          at: NOW,
          area: 'north',
          areas: [{ area: 'north', promise, safe, callers }],
        },
      }),
    ],
    [
      'POST /api/callback-requests',
      () => ({
        status: 201,
        body: {
          id: '1',
          reference: 'L-27',
          promise,
          callers,
          segment: 'callback',
          verified: true,
          finished: true,
        },
      }),
    ],
    ['GET /api/callback-requests/mine', () => ({ status: 200, body: status })],
    ['PATCH /api/callback-requests/mine', () => ({ status: 200, body: status })],
    ['DELETE /api/callback-requests/mine', () => ({ status: 204 })],
  ])
}

const phrasesOf = once(
  (language) => parse(readFileSync(path.join('locales', language, 'phrases.yaml'), 'utf8')) as Phrases,
)
const itemsOf = once((language) => {
  const { advice } = dialogueOf()
  return packedItems(phrasesOf(language), (id) => advice[id]?.lifeAreas[0])
})

const bodyOf = async (request: IncomingMessage) => {
  let body = ''
  for await (const piece of request) body += piece
  return body
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer = '') {
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    .end(body)
}

const HOST = (source: string) =>
  `<!doctype html><html lang="fi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Asema</title><h1>Laukaan asema</h1><p>Tervetuloa.</p><script async src="${source}/widget.js" data-station="laukaa" data-language="fi" data-phone="014 000 0000" data-exit="/neutral"></script></html>`

/** The strictest policy a host page may have: one script and one frame are let in. */
const hostPolicy = (room: string) =>
  `default-src 'none'; script-src ${room}/widget.js; frame-src ${room}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`

export type Serving = { openRoot?: boolean; place?: Partial<Place>; dist?: string }

/** Starts it on a free port; `openRoot` lets tests look inside; `place`: where it is another than the example's; `dist`: a broken build. */
export async function serveWidget({ openRoot = true, place = {}, dist }: Serving = {}): Promise<Harness> {
  const inputIn = (language?: Language) => {
    const input = inputOf(openRoot, language, dist)
    return { ...input, place: { ...input.place, ...place } }
  }
  const input = inputIn()
  const { renderFirstScreen, renderRequestPage, renderAdviceIndex } = await screens(dist)
  const api = defaults(input)
  const asked: Harness['asked'] = []
  const pages: Record<string, string> = {
    ...Object.fromEntries(
      LANGUAGES.map((language) => [`/chat/${language.lang}`, renderFirstScreen(inputIn(language))]),
    ),
    '/chat/fi/request': renderRequestPage(input),
    '/chat/fi/advice': renderAdviceIndex(input),
    '/neutral': '<!doctype html><title>Sää</title><h1>Sää</h1>',
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x')
    const method = request.method ?? 'GET'
    asked.push({ method, path: request.url ?? '', body: await bodyOf(request) })
    const answer = api.get(`${method} ${pathname}`)
    if (answer) {
      const given = answer()
      if (!given) return response.destroy()
      return send(
        response,
        given.status,
        given.status < 400 ? 'application/json' : 'application/problem+json',
        given.body ? JSON.stringify(given.body) : '',
      )
    }
    if (pages[pathname]) {
      const html = pages[pathname] ?? ''
      const policy = policyOf({ html, framedBy: ['*'], extra: TRUSTED_TYPES })
      response.setHeader('content-security-policy', policy)
      return send(response, 200, 'text/html', html)
    }
    if (pathname === '/') {
      const room = `http://localhost:${(server.address() as AddressInfo).port}`
      response.setHeader('content-security-policy', hostPolicy(room))
      return send(response, 200, 'text/html', HOST(room))
    }
    if (pathname === '/favicon.ico') return send(response, 204, 'text/plain')
    if (request.url === '/widget.js?more')
      return send(response, 200, 'text/javascript', readFileSync(`${dist ?? 'dist'}/more.js`))
    if (pathname === '/widget.js' || pathname.startsWith('/assets/'))
      return send(response, 200, 'text/javascript', readFileSync(`${dist ?? 'dist'}${pathname}`))
    send(response, 404, 'text/plain')
  })
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    api,
    reset: () => {
      asked.length = 0
      for (const [name, answer] of defaults(input)) api.set(name, answer)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
