/** Malformed, oversized and hostile input: refused with a code and the field, and never an error of ours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'

describe('what is sent to the server', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await build()
  })
  afterAll(() => test.close())

  const send = async (payload: string | Buffer, type = 'application/json') => {
    const headers = { ...test.own, ...(type && { 'content-type': type }) }
    const answer = await test.app.inject({ method: 'POST', url: '/api/callback-requests', headers, payload })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    return answer
  }
  const good = () => asking(test.content.current().revision)
  const changed = (change: (body: Record<string, unknown>) => void) => {
    const body = structuredClone(good()) as unknown as Record<string, unknown>
    change(body)
    return JSON.stringify(body)
  }
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

  it.each([
    ['nothing', ''],
    ['half a body', '{"id":'],
    ['a text', '"hello"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a byte order mark', '\ufeff{}'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a number beyond numbers', '{"id":1e400}'],
    ['a hidden prototype', '{"__proto__":{"isAdmin":true}}'],
    ['a hidden prototype deep inside', '{"contact":{"constructor":{"prototype":{}}}}'],
    ['a NUL in the name of a member', '{"i\\u0000d":"1"}'],
    ['half a character that belongs to no field', '"\\ud800"'],
    ['a very deep body', `{"answers":${deep(500)}}`],
  ])('refuses %s as malformed', async (_what, payload) => {
    const answer = await send(payload)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed-body'])
  })

  it.each<[string, string, (body: Record<string, unknown>) => void]>([
    ['a missing id', '/id', (body) => delete body.id],
    ['an unknown member', '/isAdmin', (body) => Object.assign(body, { isAdmin: true })],
    ['a number for a text', '/language', (body) => Object.assign(body, { language: 1 })],
    ['an impossible day', '/on', (body) => Object.assign(body, { on: '2026-02-30' })],
    ['an unknown way', '/contact/way', (body) => Object.assign(body.contact as object, { way: 'pigeon' })],
    [
      'too many words of one’s own',
      '/contact/ownWords',
      (body) => Object.assign(body.contact as object, { ownWords: 'x'.repeat(501) }),
    ],
    [
      'a number nobody has',
      '/contact/phone',
      (body) => Object.assign(body.contact as object, { phone: '123' }),
    ],
    ['a station that is not there', '/station', (body) => Object.assign(body, { station: 'atlantis' })],
  ])('names the field of %s', async (_what, field, change) => {
    const answer = await send(changed(change))
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'invalid-field', field }),
    ])
  })

  it('refuses a body that is too large, and other kinds of body', async () => {
    const large = await send(
      changed((body) => Object.assign(body, { answers: { story: 'x'.repeat(17_000) } })),
    )
    expect([large.statusCode, large.json().code]).toEqual([413, 'too-large'])
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await send('a=b', type)
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported-media-type'])
    }
  })

  it.each([
    ['GET', '/nowhere', 404, 'not-found'],
    ['GET', '/api/content/%zz', 404, 'not-found'],
    ['GET', `/api/content/${'x'.repeat(200)}`, 404, 'not-found'],
    ['GET', '/api/promises', 400, 'invalid-field'],
    ['GET', '/api/promises?station=atlantis', 404, 'not-found'],
    ['GET', '/api/promises?station=..%2F..', 400, 'invalid-field'],
    ['PUT', '/api/session', 405, 'method-not-allowed'],
    ['POST', '/api/promises', 405, 'method-not-allowed'],
    ['GET', '/assets/../package.json', 404, 'not-found'],
    ['GET', '/assets/%2e%2e/%2e%2e/package.json', 404, 'not-found'],
    ['GET', '/.git/config', 404, 'not-found'],
    ['GET', '/api/content/0000/words.fi.json', 404, 'not-found'],
    ['GET', '/api/desk/live', 401, 'signed-out'],
  ] as const)('answers %s %s with %d %s', async (method, url, status, code) => {
    const answer = await test.app.inject({ method, url })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.body).not.toMatch(/node_modules|at .*:\d+|SELECT |SQLITE|stack/)
  })
})
