/** What the widget is given: a manifest, immutable parts, documents under their policies. */
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Manifest, Place } from '#core/contract/content.ts'
import { publish } from '../../../server/content/publishing/publish.ts'
import { candidateOf } from '../../../server/content/publishing/revision-parts.ts'
import { readContent } from '../../../server/content/reading/parse.ts'
import { build, type TestApp } from '../../support/app.ts'
import { testClock } from '../../support/clock.ts'
import { until } from '../../support/process.ts'

describe('content and pages', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await build({ env: { ALLOWED_ORIGINS: 'https://www.example.fi' } })
  })
  afterAll(() => test.close())

  const manifest = async (language = 'fi') =>
    (await test.app.inject(`/api/content/${language}`)).json<Manifest>()

  it('names the parts in the order in which they are loaded', async () => {
    expect((await manifest()).parts.map(({ name }) => name)).toEqual([
      'dialogue',
      'words',
      'advice',
      'phrases',
      'item-phrases',
    ])
  })

  it.each([
    ['fi', 'fi'],
    ['fi-simple', 'fi-simple'],
    ['fi-FI', 'fi'],
    ['tlh', 'fi'],
  ])('asked for %s, gives %s until there is better', async (asked, given) => {
    expect((await manifest(asked)).language).toBe(given)
  })

  it('serves parts that never change, compressed beforehand', async () => {
    for (const { path, bytes } of (await manifest()).parts) {
      const plain = await test.app.inject(path)
      const packed = await test.app.inject({ url: path, headers: { 'accept-encoding': 'gzip, br' } })
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(plain.rawPayload).toHaveLength(bytes)
      expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
      expect(brotliDecompressSync(packed.rawPayload)).toEqual(plain.rawPayload)
    }
  })

  it('has desk words apart from those of the conversation', async () => {
    const { revision, parts } = await manifest()
    const words = (await test.app.inject(parts[1]?.path ?? '')).json()
    expect(Object.keys(words)).toEqual(expect.arrayContaining(['guidance', 'segments', 'widget']))
    // the lines to call stand on every page
    expect(words.numbers).toBeUndefined()
    expect(words.desk).toBeUndefined()
    expect((await test.app.inject(`/api/content/${revision}/desk.fi.json`)).json().desk).toBeDefined()
  })

  it('tells the chat the holidays and eves of the coming month, and none that lie further', async () => {
    const christmas = await build({ clock: testClock('2026-12-22T10:00:00+02:00') })
    const page = (await christmas.app.inject('/chat/fi?station=laukaa')).body
    await christmas.close()
    const island = JSON.parse(page.match(/id="kynnys-state">(.*?)<\/script>/)?.[1] ?? '{}') as {
      place: Place
    }
    expect(island.place.daysOff).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2027-01-01',
      '2027-01-06',
    ])
  })

  it('leaves nothing of the chat on the device, and lets only known pages frame it', async () => {
    for (const page of ['', '/advice', '/request']) {
      const answer = await test.app.inject(`/chat/fi${page}?station=laukaa`)
      expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200)
      const { 'content-security-policy': policy, ...headers } = answer.headers
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-language': 'fi',
      })
      expect(headers['x-frame-options']).toBeUndefined()
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
      expect(policy).toMatch(/frame-ancestors 'self' https:\/\/www\.example\.fi http:\/\/localhost:\*/)
      expect(policy).not.toContain('unsafe')
    }
  })

  it('is no dead end for a page that names a language we do not have: the content’s own serves', async () => {
    const known = await test.app.inject('/chat/fi?station=laukaa')
    const answer = await test.app.inject('/chat/xx?station=laukaa')
    expect([answer.statusCode, answer.headers['content-language']]).toEqual([200, 'fi'])
    expect(answer.body).toBe(known.body)
  })

  it('puts the chat on the example page from this machine’s other name', async () => {
    const { body, headers } = await test.app.inject({ url: '/', headers: { host: 'localhost:8080' } })
    expect(body).toContain('<script async src="http://127.0.0.1:8080/widget.js" data-station="laukaa"')
    expect(headers['content-security-policy']).toContain('frame-src http://127.0.0.1:8080')
    const strange = await test.app.inject({ url: '/', headers: { host: 'evil.example' } })
    expect(strange.body).toContain('<script async src="/widget.js"')
  })

  it('takes those who leave the example page quickly to a page in its language', async () => {
    const { body } = await test.app.inject('/?language=sv')
    expect(body).toContain('data-language="sv" data-exit="https://sv.')
  })

  it('gives the loader to every page, and the desk to none', async () => {
    const loader = await test.app.inject('/widget.js')
    expect(loader.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const desk = await test.app.inject('/desk/')
    expect(desk.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it('turns to a new revision as soon as it is published, in this process too', async () => {
    const { content, problems } = readContent('flows', 'locales')
    expect(problems).toEqual([])
    const before = (await manifest()).revision
    content.words.fi = { ...content.words.fi, host: { heading: 'Uusi otsikko' } }
    await publish(candidateOf(content), { ...test, source: 'studio', by: 'demo-marja' })
    await until('the new revision is served', async () => (await manifest()).revision !== before)
    expect((await test.app.inject('/')).body).toContain('Uusi otsikko')
  })

  it('keeps the files it was made of, and shows them to nobody', async () => {
    const { revision } = await manifest()
    expect((await test.app.inject(`/api/content/${revision}/source.json`)).statusCode).toBe(404)
  })

  it('says what to do when nothing has been built', async () => {
    const bare = await build({ dist: 'tests/server' })
    for (const url of ['/desk/', '/widget.js']) {
      const answer = await bare.app.inject(url)
      expect([answer.statusCode, answer.body]).toEqual([
        503,
        'Not built yet: run `npm run build`, then start again.\n',
      ])
    }
    await bare.close()
  })
})
