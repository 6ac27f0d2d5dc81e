/** Whatever is sent to whatever address: never an error of ours, always a problem of the contract, never a word in the log. */
import Ajv from 'ajv'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemBody } from '#core/contract/problem.ts'
import { build, PASSWORD, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { type Hostile, hostile, MARKER, type Route } from '../../support/hostile.ts'

const SEED = 20_261_121
const isProblem = new Ajv({ strict: false }).compile(ProblemBody)
const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS']

/** What the app itself says it listens to: no route can be forgotten. */
function routesOf(app: FastifyInstance): Route[] {
  const above: string[] = []
  const named = app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^(.*)[├└]── (\S+) \(([A-Z, ]+)\)/.exec(line) ?? []
      if (part === '') return []
      const depth = indent.length / 4
      // two names for one place are told as `:one|:other`
      above.splice(depth, Infinity, part.replace(/:\w+\|/, ''))
      const url = above.join('').replaceAll('//', '/')
      return methods.split(', ').map((method) => ({ method, url }))
    })
  return [...named, ...METHODS.map((method) => ({ method, url: '/nowhere/:name' }))]
}

/** What is wrong with the answers, in words; `[]` is none. */
async function faults(app: FastifyInstance, requests: Hostile[]): Promise<string[]> {
  const found: string[] = []
  for (const { method, route, url, headers, payload } of requests) {
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload !== undefined && { payload }),
    })
    const wrong = (what: string) =>
      found.push(
        `${what}: ${method} ${url.slice(0, 120)} (${route}) ${JSON.stringify(headers)} ${String(payload).slice(0, 200)} → ${answer.statusCode}`,
      )
    if (answer.statusCode >= 500) wrong('an error of ours')
    if (answer.statusCode < 400) continue
    if (/node_modules|\bat .*:\d+:\d+|SELECT |SQLITE_/.test(answer.body)) wrong('tells of our insides')
    const isTold = method === 'HEAD' || isProblem(JSON.parse(answer.body || 'null'))
    const type = String(answer.headers['content-type'])
    if (!isTold || !type.startsWith('application/problem+json')) wrong('not a problem of the contract')
    if (answer.headers['x-content-type-options'] !== 'nosniff') wrong('may be sniffed')
    if (answer.headers['cache-control'] !== 'no-store') wrong('may be kept')
  }
  return found
}

for (const engine of ['sqlite', 'postgres'] as const)
  describe(`hostile requests (${engine})`, { timeout: 60_000 }, () => {
    let test: TestApp
    beforeAll(async () => {
      const most = '1000000'
      test = await build({ engine, env: { LIMIT_CODES: most, LIMIT_STRAY: most, LIMIT_REQUESTS: most } })
    })
    afterAll(() => test.close())

    const good = (url: string): unknown => {
      if (url === '/api/callback-requests') return asking(test.content.current().revision)
      if (url.startsWith('/api/callback-requests/')) return { contact: { way: 'call', phone: '040 7654321' } }
      const bodies: Record<string, unknown> = {
        '/api/session': { username: 'aino', password: PASSWORD },
        '/api/desk/requests/:id/attempts': { way: 'call', result: 'busy' },
        '/api/desk/requests/:id/close': { outcome: 'other', recorded: false },
        '/api/desk/requests/:id/transfer': { area: 'west' },
        '/api/desk/requests/:id/notes': { text: MARKER },
      }
      return bodies[url]
    }

    it('are answered in the words of the contract at every address', async () => {
      const { headers } = await test.signIn('marja')
      const sent = Array.from({ length: 8 }, () => asking(test.content.current().revision))
      for (const payload of sent)
        await test.app.inject({ method: 'POST', url: '/api/callback-requests', headers: test.own, payload })
      const ids = sent.map(({ id }) => id)
      const routes = routesOf(test.app)
      expect(routes).toContainEqual({ method: 'POST', url: '/api/desk/requests/:id/notes' })
      const requests = routes.flatMap((route, at) => {
        const mine = route.url.startsWith('/api/callback-requests/:id')
        const signedIn = route.url === '/api/session' ? test.own : headers // else it would be signed out
        const given = { ...signedIn, ...(mine && { authorization: `Bearer ${sent[at % 8]?.code}` }) }
        const few = route.method === 'HEAD' || route.url.includes('/assets/')
        const count = route.url === '/api/callback-requests' ? 200 : few ? 3 : 16
        return hostile(route, { headers: given, ids, good: good(route.url) }, count, SEED + at)
      })
      expect(requests.length).toBeGreaterThan(500)
      expect(await faults(test.app, requests)).toEqual([])
      expect(test.log.filter((line) => line.includes(MARKER))).toEqual([])
      expect((await test.app.inject('/readyz')).statusCode).toBe(200)
    })
  })

describe('a server that trusts what it is sent', () => {
  it('red twin: is found', async () => {
    const naive = Fastify()
    naive.get('/chat/:language', async ({ params }) => {
      const { language } = params as { language: string }
      if (language.includes('\u0000')) throw new Error('invalid byte sequence')
      return 'hello'
    })
    naive.post(
      '/api/callback-requests',
      async ({ body }) => (body as { contact: { way: string } }).contact.way,
    )
    const requests = routesOf(naive).flatMap((route) =>
      hostile(route, { headers: {}, ids: ['a'], good: { contact: { way: 'call' } } }, 100, SEED),
    )
    const found = await faults(naive, requests)
    for (const what of ['an error of ours: GET', 'an error of ours: POST', 'not a problem', 'may be kept'])
      expect(
        found.some((line) => line.startsWith(what)),
        what,
      ).toBe(true)
    await naive.close()
  })
})
