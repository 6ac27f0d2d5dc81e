/** Each limit fires at the next one too many, on its own route, and lets go by the clock. */
import Fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { limit } from '../../../server/guard/limits.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { HOUR, MINUTE } from '../../support/clock.ts'

describe('limits', () => {
  let test: TestApp
  afterEach(() => test.close())

  type Call = { method?: 'GET' | 'POST'; url: string; payload?: object; headers?: Record<string, string> }
  const call = async ({ headers = {}, ...rest }: Call, from = '192.0.2.7') => {
    const answer = await test.app.inject({
      ...rest,
      headers: { ...test.own, ...headers },
      remoteAddress: from,
    })
    return answer.statusCode
  }
  const times = async (count: number, make: () => Call, from?: string) => {
    const statuses: number[] = []
    for (let time = 0; time < count; time++) statuses.push(await call(make(), from))
    return statuses
  }
  const ask = (): Call => ({
    method: 'POST',
    url: '/api/callback-requests',
    payload: asking(test.content.current().revision),
  })
  const look = (): Call => ({
    url: '/api/callback-requests/mine',
    headers: { authorization: 'Bearer ZZZZZZZZZZZZ' },
  })
  const sign = (): Call => ({
    method: 'POST',
    url: '/api/session',
    payload: { username: 'aino', password: 'no' },
  })
  let strayed = 0
  const stray = (): Call => ({ url: `/stray-${++strayed}` })

  it.each([
    ['LIMIT_REQUESTS', ask, 201, HOUR],
    ['LIMIT_CODES', look, 404, 10 * MINUTE],
    ['LIMIT_SIGN_INS', sign, 401, 10 * MINUTE],
    ['LIMIT_STRAY', stray, 404, MINUTE],
  ] as const)('%s', async (variable, make, usual, window) => {
    test = await build({ env: { [variable]: '3' } })
    expect(await times(5, make)).toEqual([usual, usual, usual, 429, 429])
    expect(await times(1, make, '198.51.100.9')).toEqual([usual])
    test.clock.pass(window)
    expect(await times(1, make)).toEqual([usual])
  })

  it('says when it is worth trying again, in the words of the contract', async () => {
    test = await build({ env: { LIMIT_SIGN_INS: '1' } })
    await call(sign())
    const answer = await test.app.inject({ ...sign(), headers: test.own })
    await call(sign())
    expect(answer.statusCode).toBe(401)
    const refused = await test.app.inject({ ...sign(), headers: test.own, remoteAddress: '192.0.2.7' })
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', retryAfter: 600 })
    expect(refused.headers['retry-after']).toBe('600')
  })

  it('would be seen not to fire if it stood on another route', async () => {
    test = await build()
    const naive = Fastify()
    await limit(naive, { ...test.app.parts.config.limits, codes: { max: 1, window: MINUTE } }, test.clock)
    naive.get('/guarded', { preHandler: [naive.limiters.codes] }, async () => 'here')
    naive.get('/meant', async () => 'here')
    const statuses = async (url: string) => [
      (await naive.inject(url)).statusCode,
      (await naive.inject(url)).statusCode,
    ]
    expect(await statuses('/guarded')).toEqual([200, 429])
    expect(await statuses('/meant')).toEqual([200, 200])
    await naive.close()
  })

  it('leaves the other routes alone', async () => {
    test = await build({ env: { LIMIT_STRAY: '3' } })
    expect(await times(5, ask)).toEqual([201, 201, 201, 201, 201])
    expect(await times(5, look)).toEqual([404, 404, 404, 404, 404])
  })

  it('believes X-Forwarded-For only from a proxy it was told of', async () => {
    test = await build({ env: { LIMIT_CODES: '2' } })
    let visitor = 0
    const forwarded = () => ({
      ...look(),
      headers: { ...look().headers, 'x-forwarded-for': `203.0.113.${++visitor}` },
    })
    expect(await times(3, forwarded)).toEqual([404, 404, 429])
    await test.close()
    test = await build({ env: { LIMIT_CODES: '2', TRUST_PROXY: '10.0.0.0/8' } })
    expect(await times(3, forwarded, '10.1.2.3')).toEqual([404, 404, 404])
    expect(await times(3, forwarded, '192.0.2.7')).toEqual([404, 404, 429])
  })

  it('takes a port that a proxy writes for no new sender', async () => {
    test = await build({ env: { LIMIT_CODES: '2', TRUST_PROXY: '10.0.0.0/8' } })
    let port = 40_000
    const forwarded = () => ({
      ...look(),
      headers: { ...look().headers, 'x-forwarded-for': `203.0.113.6:${++port}` },
    })
    expect(await times(3, forwarded, '10.1.2.3')).toEqual([404, 404, 429])
  })
})
