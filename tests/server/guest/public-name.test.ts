/** Who comes by another name of the server is led to the public address first, not refused at Send. */
import { randomBytes } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'

const PUBLIC = 'https://neuvonta.example.fi'
const open: TestApp[] = []
const start = async (env: Record<string, string> = {}) => {
  const key = { DATA_KEY: randomBytes(32).toString('base64') }
  const test = await build({ env: { PUBLIC_URL: PUBLIC, ...key, ...env } })
  open.push(test)
  return test
}
afterEach(async () => {
  for (const test of open.splice(0)) await test.close()
})

type Method = 'GET' | 'HEAD' | 'POST'
const ask = async (test: TestApp, url: string, headers: Record<string, string>, method: Method = 'GET') => {
  const { statusCode, headers: given } = await test.app.inject({ url, headers, method })
  return [statusCode, given.location]
}
const ALIAS = { host: 'vanha.example.fi' }
const TRUST = { TRUST_PROXY: '127.0.0.1' }

describe('a document by another name', () => {
  it('is led to the public address, with its path and query', async () => {
    const test = await start()
    for (const url of [
      '/',
      '/?language=sv',
      '/chat/fi?station=laukaa&x=%20',
      '/CHAT',
      '/%63hat/fi',
      '/chat%2Ffi?station=laukaa',
      '/chat;v=1/fi',
      '/chat/sv/advice',
      '/desk',
      '/desk/',
    ])
      for (const method of ['GET', 'HEAD'] as const)
        expect(await ask(test, url, ALIAS, method), url).toEqual([308, PUBLIC + url])
  })

  it('is served by the public name, whatever its case and with the port that goes without saying', async () => {
    const test = await start()
    for (const host of ['neuvonta.example.fi', 'NEUVONTA.example.fi', 'neuvonta.example.fi:443'])
      expect(await ask(test, '/chat/fi?station=laukaa', { host })).toEqual([200, undefined])
    expect((await ask(test, '/chat/fi', { host: 'neuvonta.example.fi:8443' }))[0]).toBe(308)
  })

  it('leads nowhere else, whatever is asked for', async () => {
    const test = await start({ ...TRUST })
    const asked: [string, Record<string, string>][] = [
      ['//evil.example', ALIAS],
      ['//evil.example/chat', ALIAS],
      ['/chat//evil.example', ALIAS],
      ['/chat/\\evil.example', ALIAS],
      ['/chat/@evil.example', { host: 'evil.example' }],
      ['/chat/fi', { 'x-forwarded-host': 'evil.example' }],
      ['/', { host: 'evil.example', 'x-forwarded-host': 'evil.example/@' }],
    ]
    for (const [url, headers] of asked) {
      const [status, location] = await ask(test, url, headers)
      if (status === 308) expect(new URL(String(location)).origin, url).toBe(PUBLIC)
    }
    expect((await ask(test, '/', { host: 'evil.example' }))[1]).toBe(`${PUBLIC}/`)
  })

  it('is known by what a trusted proxy says, and by nobody else’s word', async () => {
    const passed = {
      host: 'kynnys:8080',
      'x-forwarded-host': 'neuvonta.example.fi',
      'x-forwarded-proto': 'https',
    }
    const trusting = await start(TRUST)
    expect(await ask(trusting, '/chat/fi?station=laukaa', passed)).toEqual([200, undefined])
    const other = { ...passed, 'x-forwarded-host': 'vanha.example.fi' }
    expect((await ask(trusting, '/chat/fi', other))[0]).toBe(308)
    expect((await ask(await start(), '/chat/fi', passed))[0]).toBe(308)
  })

  it('over plain http is led to https where a trusted proxy says so, and never round in a circle', async () => {
    const host = 'neuvonta.example.fi'
    const trusting = await start(TRUST)
    expect(await ask(trusting, '/chat/fi', { host, 'x-forwarded-proto': 'http' })).toEqual([
      308,
      `${PUBLIC}/chat/fi`,
    ])
    expect((await ask(trusting, '/chat/fi', { host, 'x-forwarded-proto': 'https' }))[0]).toBe(200)
    // a proxy that says nothing of it: the line in front of it may well be https
    expect((await ask(trusting, '/chat/fi', { host }))[0]).toBe(200)
    expect((await ask(await start(), '/chat/fi', { host, 'x-forwarded-proto': 'http' }))[0]).toBe(200)
  })

  it('is served at last where a proxy does not pass on the name, and the log says so', async () => {
    const test = await start(TRUST)
    const statuses = []
    for (let round = 0; round < 7; round++)
      statuses.push((await ask(test, '/chat/fi', { host: 'kynnys:8080' }))[0])
    expect(statuses).toEqual([308, 308, 308, 308, 308, 200, 200])
    expect(test.log.filter((line) => line.includes('host-not-passed-on'))).toHaveLength(1)
    test.clock.pass(5000)
    expect((await ask(test, '/chat/fi', { host: 'kynnys:8080' }))[0]).toBe(308)
  })
})

describe('by another name', () => {
  it('programs, probes and files are served as ever, and writes are refused as ever', async () => {
    const test = await start()
    for (const url of [
      '/healthz',
      '/readyz',
      '/api/openapi.json',
      '/api/content/fi',
      '/widget.js',
      '/favicon.ico',
    ])
      expect((await ask(test, url, ALIAS))[0], url).toBeLessThan(300)
    const sent = (origin: string) =>
      test.app.inject({
        method: 'POST',
        url: '/api/callback-requests',
        headers: { ...ALIAS, origin },
        payload: asking(test.content.current().revision),
      })
    expect((await sent('https://vanha.example.fi')).json().code).toBe('wrong-origin')
    expect((await sent(PUBLIC)).statusCode).toBe(201)
    expect((await ask(test, '/chat/fi', ALIAS, 'POST'))[0]).toBe(405)
  })

  it('the loader says the public address, packed or not, and nothing where there is none', async () => {
    const test = await start()
    const loader = (of: TestApp, headers: Record<string, string> = {}) =>
      of.app.inject({ url: '/widget.js', headers: { ...ALIAS, ...headers } })
    const plain = await loader(test)
    expect(plain.body).toContain(`${PUBLIC}/widget.js`)
    const packed = await loader(test, { 'accept-encoding': 'br' })
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body)
    const twin = await build()
    open.push(twin)
    expect((await loader(twin)).body).not.toMatch(/https?:\/\/[^\s/]+\/widget.js/)
  })

  it('red twin: without a public address there is no other name', async () => {
    const test = await build()
    open.push(test)
    expect((await ask(test, '/chat/fi?station=laukaa', ALIAS))[0]).toBe(200)
  })
})
