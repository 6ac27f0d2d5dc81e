/** Every document, file and answer carries the headers of the best grade; of the public interface nothing is left to a browser’s good will. */
import { randomBytes } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { build, PASSWORD } from '../support/app.ts'
import { tell, tellTwin } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { type Answer, type Grade, gradeOf } from './trials/grade.ts'

const PROOF = 'headers'
/** As behind the proxy of a county, framed by its site. */
const env = {
  PUBLIC_URL: 'https://neuvonta.example.fi',
  TRUST_PROXY: '127.0.0.1',
  ALLOWED_ORIGINS: 'https://www.example.fi',
  DATA_KEY: randomBytes(32).toString('base64'),
}
const HOST = { host: 'neuvonta.example.fi', 'x-forwarded-proto': 'https' }

const DOCUMENTS = [
  '/chat/fi?station=laukaa',
  '/chat/sv/advice',
  '/chat/sv/advice/home-care',
  '/chat/en/request',
  '/desk/',
  '/',
  '/nothing-here',
  '/api/content/fi',
  '/api/openapi.json',
  '/api/promises?station=laukaa',
  '/api/desk/queue',
]

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function answers(make = build): Promise<Record<string, Answer>> {
  const { app, close } = await make({ env })
  closing.push(close)
  const ask = async (request: InjectOptions): Promise<Answer> => {
    const answer = await app.inject(request)
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
    )
    return { headers, html: answer.body, cookies: [answer.headers['set-cookie'] ?? []].flat().map(String) }
  }
  const all: Record<string, Answer> = {}
  for (const url of DOCUMENTS) all[url] = await ask({ url, headers: HOST })
  const headers = { ...HOST, origin: env.PUBLIC_URL, 'x-kynnys': '1' }
  const payload = { username: 'helmi', password: PASSWORD }
  all['signing in'] = await ask({ method: 'POST', url: '/api/session', headers, payload })
  return all
}

const graded = (all: Record<string, Answer>): Record<string, Grade> =>
  Object.fromEntries(Object.entries(all).map(([name, answer]) => [name, gradeOf(answer)]))

describe('the headers', () => {
  it('of every document and answer are worth an A+, and the evaluator of policies finds nothing of weight', async () => {
    const all = await answers()
    // the session, and the mark of a device on which somebody has signed in
    expect(all['signing in']?.cookies).toHaveLength(2)
    const grades = graded(all)
    for (const [name, { letter, findings, because }] of Object.entries(grades)) {
      expect.soft([letter, because], name).toEqual(['A+', expect.anything()])
      expect.soft(findings, name).toEqual([])
      expect
        .soft(
          Object.values(because).filter((points) => points < 0),
          name,
        )
        .toEqual([])
    }
    const points = Object.values(grades).map((grade) => grade.points)
    tell(PROOF, `behind HTTPS: ${Object.keys(grades).join(', ')}`, {
      grade: [...new Set(Object.values(grades).map(({ letter }) => letter))].join(', '),
      'least points': Math.min(...points),
      'most points': Math.max(...points),
      'high or medium findings of CSP Evaluator': 0,
    })
  })

  long(
    'red twin: a policy that lets in what stands in the page, and a server without the other headers, are found',
    async () => {
      vi.resetModules()
      vi.doMock('../../server/guard/headers.ts', async (original) => {
        const real = await original<typeof import('../../server/guard/headers.ts')>()
        return {
          ...real,
          sendHeaders: async () => {},
          policyOf: (document: Parameters<typeof real.policyOf>[0]) =>
            real.policyOf(document).replace(/(script-src|style-src) [^;]+/g, "$1 'self' 'unsafe-inline'"),
        }
      })
      const lax = await import('../support/app.ts')
      vi.doUnmock('../../server/guard/headers.ts')
      const grades = graded(await answers(lax.build))
      const chat = grades['/chat/fi?station=laukaa'] as Grade
      expect(chat.letter).not.toMatch(/^A/)
      expect(chat.because).toMatchObject({ 'script from anywhere or in the page': -20 })
      expect(chat.findings.join()).toContain('unsafe-inline')
      expect(Object.values(grades).filter(({ letter }) => letter === 'A+')).toEqual([])
      tellTwin(PROOF, "the pages with 'unsafe-inline', nothing sent beside the policies", {
        'grade of the chat': chat.letter,
        points: chat.points,
        findings: chat.findings.length,
      })
    },
  )
})
