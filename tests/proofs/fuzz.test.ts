/** Whatever is sent to whatever address: never an error of ours, always the contract, never a word of it in the log. */
import Fastify, { type FastifyRequest } from 'fastify'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { seeded } from '#core/walk/random.ts'
import { build, type TestApp } from '../support/app.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { type Document, nameOf, operationsOf } from '../support/hostile/contract.ts'
import { hostile } from '../support/hostile/hostile.ts'
import { planOf, routesOf } from '../support/hostile/hostile-plan.ts'
import { MARKER } from '../support/hostile/shapes.ts'
import { type Seen, trial } from '../support/hostile/trial.ts'
import { longDescribe } from '../support/long.ts'

const PROOF = 'fuzz'
const SEED = 20_261_127
const REQUESTS = size(400, 26_000)
const LONG = 1_800_000
const MOST = '1000000'
const WITHOUT_LIMITS = {
  LIMIT_CODES: MOST,
  LIMIT_PROMISES: MOST,
  LIMIT_STRAY: MOST,
  LIMIT_REQUESTS: MOST,
  LIMIT_CLAIMS: MOST,
  LIMIT_SIGN_INS: MOST,
}

const open: TestApp[] = []
afterEach(async () => {
  for (const test of open.splice(0)) await test.close()
})

type Engine = 'sqlite' | 'postgres'
async function hostilely(engine: Engine, count: number, make = build) {
  const test = await make({ engine, env: WITHOUT_LIMITS })
  open.push(test)
  const document = (await test.app.inject('/api/openapi.json')).json<Document>()
  const { next, addresses } = await planOf(test, document, SEED)
  const seen = await trial(test.app, document, next, count)
  return { test, document, seen, addresses, marked: test.log.filter((line) => line.includes(MARKER)) }
}

const ours = ({ faults }: Seen) => faults.filter((line) => line.startsWith('an error of ours')).length
const kinds = ({ faults }: Seen) => [...new Set(faults.map((line) => line.split(':', 1)[0]))]

for (const engine of ['sqlite', 'postgres'] as const)
  describe(`hostile requests (${engine})`, () => {
    it('are answered in the words of the contract at every address', { timeout: LONG }, async () => {
      const { test, document, seen, addresses, marked } = await hostilely(engine, REQUESTS)
      const reached = routesOf(test.app).map(nameOf)
      expect(reached).toEqual(expect.arrayContaining(operationsOf(document).map(nameOf)))
      expect(seen.faults.slice(0, 20)).toEqual([])
      expect(marked).toEqual([])
      // the trial is worth something only if much of it gets past the door
      expect(seen.accepted).toBeGreaterThan(REQUESTS / 10)
      expect((await test.app.inject('/readyz')).statusCode).toBe(200)
      tell(
        PROOF,
        `${engine}: requests that fit, nearly fit or are broken, by five roles, residents and nobody`,
        {
          seed: SEED,
          addresses,
          requests: seen.requests,
          '2xx': seen.accepted,
          '3xx': seen.elsewhere,
          '4xx': seen.refused,
          '5xx': ours(seen),
          'log lines': test.log.length,
          'log lines with what was sent': marked.length,
        },
      )
    })
  })

longDescribe('a server that trusts what it is sent', () => {
  it('red twin: one that reads bodies as they come and writes addresses down is found', {
    timeout: LONG,
  }, async () => {
    vi.resetModules()
    vi.doMock('../../server/guard/body.ts', () => ({
      readBodies: (app: ReturnType<typeof Fastify>) =>
        app.addContentTypeParser(
          'application/json',
          { parseAs: 'string' },
          async (_request: unknown, text: string) => (text ? JSON.parse(text) : undefined),
        ),
    }))
    vi.doMock('../../server/guard/log.ts', async (original) => ({
      ...(await original<object>()),
      logAnswers: (app: ReturnType<typeof Fastify>) =>
        app.addHook('onResponse', async (request: FastifyRequest) =>
          request.log.info({ route: request.url }),
        ),
    }))
    const trusting = await import('../support/app.ts')
    vi.doUnmock('../../server/guard/body.ts')
    vi.doUnmock('../../server/guard/log.ts')
    const { seen, marked } = await hostilely('postgres', 400, trusting.build)
    expect(ours(seen)).toBeGreaterThan(0)
    expect(marked.length).toBeGreaterThan(0)
    tellTwin(PROOF, 'postgres: bodies are not looked at, the log has addresses', {
      requests: seen.requests,
      '5xx': ours(seen),
      'log lines with what was sent': marked.length,
    })
  })

  it('red twin: one without any guard is found', async () => {
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
    const document: Document = {
      openapi: '3.1.0',
      paths: {},
      components: { schemas: { Problem: { type: 'null' } } },
    }
    const routes = routesOf(naive)
    const random = seeded(SEED)
    const given = { headers: {}, names: ['a'], good: { contact: { way: 'call' } } }
    const seen = await trial(naive, document, () => hostile(random.pick(routes), given, random), 1000)
    const expected = ['an error of ours', 'not a problem of the contract', 'may be kept', 'may be sniffed']
    expect(kinds(seen)).toEqual(expect.arrayContaining(expected))
    tellTwin(PROOF, 'a server without guards', { requests: seen.requests, faults: seen.faults.length })
    await naive.close()
  })
})
