/** Heads, cookies, encodings and languages as browsers and proxies really send them. */
import { request as ask } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer } from '../../../server/guard/server.ts'
import { build, type TestApp } from '../../support/app.ts'

let test: TestApp
let asset = ''
beforeAll(async () => {
  test = await build({ listen: true })
  const page = (await test.app.inject('/chat/fi?station=laukaa')).body
  asset = /src="(\/assets\/app-[^"]+)"/.exec(page)?.[1] ?? ''
})
afterAll(() => test.close())

const CHAT = '/chat/fi?station=laukaa'
const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (bytes) => bytes,
}

const known = new Map<string, Promise<{ rawPayload: Buffer }>>()
/** The answer without a wish, asked for once. */
function plainly(url: string) {
  const answer = known.get(url) ?? test.app.inject(url)
  known.set(url, answer)
  return answer
}

describe('the encoding', () => {
  const CASES: [string | undefined, string][] = [
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['BR', 'br'],
    ['gzip, deflate', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip;q=0.5, br', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.1', 'br'],
    ['br;q=0', 'identity'],
    ['br ; q=0.000, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['identity, br;q=0.5', 'identity'],
    ['identity;q=0', 'identity'],
    ['identity;q=0, gzip', 'gzip'],
    ['identity;q=0, *', 'br'],
    ['brotli, abr, br-x', 'identity'],
    ['br;q=nonsense', 'identity'],
  ]
  it.each(CASES)('asked for as “%s” is %s', async (accepted, expected) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
    const promises = '/api/promises?station=laukaa'
    const { revision } = test.content.current()
    for (const url of [
      CHAT,
      '/widget.js',
      promises,
      `/api/content/${revision}/words.fi.json`,
      '/chat/fi?station=no',
    ]) {
      const answer = await test.app.inject({ url, headers })
      const plain = await plainly(url)
      expect(answer.headers['content-encoding'] ?? 'identity', url).toBe(expected)
      expect(answer.headers.vary, url).toContain('accept-encoding')
      // compared as bytes: an assertion that looks at each of them takes half a second
      if (url !== promises)
        expect(UNPACK[expected]?.(answer.rawPayload).equals(plain.rawPayload), url).toBe(true)
    }
  })

  it.each([
    ['br', 'br'],
    ['br;q=0', 'identity'],
    ['gzip, br;q=0', 'identity'],
    ['*;q=0', 'identity'],
  ])('of a built file asked for as “%s” is %s', async (accepted, expected) => {
    const answer = await test.app.inject({ url: asset, headers: { 'accept-encoding': accepted } })
    expect([answer.statusCode, answer.headers['content-encoding'] ?? 'identity']).toEqual([200, expected])
    expect(String(answer.headers.vary).toLowerCase()).toContain('accept-encoding')
  })

  it('red twin: looked for as a word in the text, brotli goes to who refused it', () => {
    const asText = (accepted = '') => ['br', 'gzip'].find((name) => accepted.includes(name)) ?? 'identity'
    const wrong = CASES.filter(([accepted, expected]) => asText(accepted) !== expected)
    expect(wrong).toContainEqual(['br;q=0', 'identity'])
    expect(wrong).toContainEqual(['br;q=0.5, gzip', 'gzip'])
  })
})

describe('the language', () => {
  const spoken = async (url: string, accepted?: string) => {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted }
    const first = await test.app.inject({ url, headers })
    const location = first.headers.location
    const answer = location ? await test.app.inject({ url: String(location), headers }) : first
    return answer.headers['content-language'] ?? /<html lang="([^"]*)"/.exec(answer.body)?.[1]
  }
  it.each([
    ['/chat/sv-FI?station=laukaa', 'sv'],
    ['/chat/SV?station=laukaa', 'sv'],
    ['/chat/en_GB?station=laukaa', 'en'],
    ['/chat/en_GB/advice/?station=laukaa', 'en'],
    ['/chat/swe/request?station=no', 'sv'],
    ['/chat/fi-simple?station=laukaa', 'fi-simple'],
    ['/chat/fi-FI?station=laukaa', 'fi'],
    ['/chat?language=sv-FI&station=laukaa', 'sv'],
    ['/chat/fi?language=sv&station=laukaa', 'fi'],
    ['/?language=SV', 'sv'],
    ['/?language=en_US', 'en'],
    ['/?language=sv&language=fi', 'sv'],
    ['/?language=xx', 'fi'],
  ])('of %s is %s', async (url, language) => {
    expect(await spoken(url)).toBe(language)
  })

  it.each([
    ['sv-FI,sv;q=0.9,en;q=0.8', 'sv'],
    ['ru, en-GB;q=0.7, sv;q=0.3', 'en'],
    ['en;q=0.2, sv;q=0.9', 'sv'],
    ['sv;q=0, en;q=0.1', 'en'],
    ['*', 'fi'],
    ['ru', 'fi'],
    [';;,q=', 'fi'],
  ])('that no address names is the browser’s: “%s” gives %s', async (accepted, language) => {
    for (const url of ['/chat?station=laukaa', '/chat/xx?station=laukaa', '/'])
      expect(await spoken(url, accepted), url).toBe(language)
    expect(await spoken('/chat/fi?station=laukaa', accepted)).toBe('fi')
  })

  it('of a manifest is looked up in the same way', async () => {
    for (const asked of ['sv-FI', 'SV', 'sv_FI'])
      expect((await test.app.inject(`/api/content/${asked}`)).json().language).toBe('sv')
  })
})

describe('a large head', () => {
  const cookies = (size: number) =>
    Array.from({ length: Math.ceil(size / 1000) }, (_, at) => `site${at}=${'c'.repeat(990)}`).join('; ')
  const status = (base: string, path: string, size: number) =>
    new Promise<number | string>((resolve) => {
      ask(`${base}${path}`, { headers: { cookie: cookies(size) } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'closed'))
        .end()
    })

  it('of 32 kB of other people’s cookies is no reason to refuse a page, a file or the loader', async () => {
    for (const path of [CHAT, '/', '/widget.js', asset, '/desk/', '/api/promises?station=laukaa'])
      expect(await status(test.url, path, 32_000), path).toBe(200)
  })

  it('without end is refused', async () => {
    // the line is closed while it is still sent, and not every system lets the answer through then
    expect([431, 'ECONNRESET', 'EPIPE']).toContain(await status(test.url, CHAT, 64_000))
  })

  it('red twin: a server with room for its own heads only refuses it', async () => {
    const server = makeServer(7, { maxHeaderSize: 8 * 1024 })((_request, response) => response.end('here'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    expect(await status(`http://127.0.0.1:${port}`, '/', 32_000)).toBe(431)
    server.close()
  })
})

describe('what else is read of a head', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])('a body of “%s” is read', async (type) => {
    const headers = { ...test.own, 'content-type': type }
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/callback-requests',
      headers,
      payload: '{}',
    })
    expect(answer.json()).toMatchObject({ code: 'invalid-field', field: '/id' })
  })

  it('a built file is known again by a list of marks, weak ones too, and can be had in parts', async () => {
    const first = await test.app.inject(asset)
    const etag = String(first.headers.etag)
    for (const known of [etag, `"other", ${etag}`, etag.replace(/^(W\/)?/, 'W/'), '*'])
      expect((await test.app.inject({ url: asset, headers: { 'if-none-match': known } })).statusCode).toBe(
        304,
      )
    const part = await test.app.inject({ url: asset, headers: { range: 'bytes=0-9' } })
    expect([part.statusCode, part.rawPayload.length]).toEqual([206, 10])
    const odd = await test.app.inject({ url: asset, headers: { range: 'lines=1-2' } })
    expect(odd.statusCode).toBe(200)
  })

  it('a token is read whatever the case of its scheme and the space around it', async () => {
    const guarded = await build({ env: { METRICS_TOKEN: 'sixteen-letters-x' } })
    for (const authorization of [
      'Bearer sixteen-letters-x',
      'bearer  sixteen-letters-x',
      'BEARER sixteen-letters-x ',
    ])
      expect((await guarded.app.inject({ url: '/metrics', headers: { authorization } })).statusCode).toBe(200)
    for (const authorization of ['Bearer', 'Bearer sixteen', 'Basic sixteen-letters-x', ''])
      expect((await guarded.app.inject({ url: '/metrics', headers: { authorization } })).statusCode).toBe(404)
    await guarded.close()
  })
})

it('a site that shows only what allows it (COEP) is allowed the chat, its files and the loader', async () => {
  for (const url of [
    CHAT,
    '/chat/fi/advice',
    '/chat/fi/request',
    '/chat/fi?station=no',
    '/CHAT/FI',
    '/widget.js',
    asset,
  ]) {
    const { headers } = await test.app.inject(url)
    expect(headers['cross-origin-resource-policy'], url).toBe('cross-origin')
    if (/^.chat/i.test(url)) expect(headers['cross-origin-embedder-policy'], url).toBe('require-corp')
  }
  const desk = (await test.app.inject('/desk/')).headers
  expect(desk['cross-origin-resource-policy']).toBe('same-origin')
  // red twin: the same look at a document that nobody frames finds neither
  expect(desk).not.toHaveProperty('cross-origin-embedder-policy')
})
