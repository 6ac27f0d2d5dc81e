/** Each limit fires at the next one too many, on its own route, and lets go by the clock. */
import Fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { limit } from '../../../server/guard/limits.ts'
import { openMeter } from '../../../server/network/meter.ts'
import { limitedRooms } from '../../../server/network/rooms.ts'
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
  const when = (): Call => ({ url: '/api/promises?station=laukaa' })
  let strayed = 0
  const stray = (): Call => ({ url: `/stray-${++strayed}` })

  it.each([
    ['LIMIT_REQUESTS', ask, 201, HOUR],
    ['LIMIT_CODES', look, 404, 10 * MINUTE],
    ['LIMIT_SIGN_INS', sign, 401, 10 * MINUTE],
    ['LIMIT_STRAY', stray, 404, MINUTE],
    ['LIMIT_PROMISES', when, 200, MINUTE],
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
    // another was refused before: there is a line by now
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', retryAfter: 630 })
    expect(refused.headers['retry-after']).toBe('630')
  })

  it('would be seen not to fire if it stood on another route', async () => {
    test = await build()
    const naive = Fastify()
    const rooms = { ...limitedRooms(test.app.parts.config.limits), stray: { max: 1, window: MINUTE } }
    const { store, organisation, clock } = test
    limit(naive, openMeter(rooms, { store, organisation, clock }))
    naive.get('/guarded', { preHandler: [naive.limiters.stray] }, async () => 'here')
    naive.get('/meant', async () => 'here')
    const statuses = async (url: string) => [
      (await naive.inject(url)).statusCode,
      (await naive.inject(url)).statusCode,
    ]
    expect(await statuses('/guarded')).toEqual([200, 429])
    expect(await statuses('/meant')).toEqual([200, 200])
    await naive.close()
  })

  it('slow a library down instead of shutting it out for an hour', async () => {
    test = await build({ env: { LIMIT_REQUESTS: '60' } })
    expect((await times(60, ask)).every((status) => status === 201)).toBe(true)
    const refused = await test.app.inject({ ...ask(), headers: test.own, remoteAddress: '192.0.2.7' })
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', retryAfter: 60 })
    test.clock.pass(MINUTE)
    expect(await times(2, ask)).toEqual([201, 429])
  })

  it('take little for a mistake, and take it for one that no schema accepts too', async () => {
    test = await build({ env: { LIMIT_REQUESTS: '3' } })
    const { contact, ...rest } = asking(test.content.current().revision)
    const bad = (): Call => ({ method: 'POST', url: '/api/callback-requests', payload: rest })
    const wrongPhone = (): Call => ({
      ...bad(),
      payload: { ...rest, contact: { ...contact, phone: '12' } },
    })
    expect(await times(10, wrongPhone)).toEqual(Array(10).fill(400))
    expect(await times(10, bad)).toEqual(Array(10).fill(400))
    expect(await times(2, ask)).toEqual([201, 429])
    test.clock.pass(HOUR)
    expect((await times(40, bad)).filter((status) => status === 400).length).toBe(21)
  })

  it('count codes that open nothing, never one that does, for looking and for changing', async () => {
    test = await build({ env: { LIMIT_CODES: '3' } })
    const { contact, ...body } = asking(test.content.current().revision)
    await call({ ...ask(), payload: { ...body, contact } })
    const own = (method: 'GET' | 'PATCH' | 'DELETE', payload?: object) => () => ({
      method: method as 'GET',
      url: '/api/callback-requests/mine',
      headers: { authorization: `Bearer ${body.code}` },
      ...(payload && { payload }),
    })
    expect(await times(20, own('GET'))).toEqual(Array(20).fill(200))
    expect(await times(5, look)).toEqual([404, 404, 404, 429, 429])
    expect(await times(5, own('GET'))).toEqual(Array(5).fill(200))
    const changed = await call(own('PATCH', { contact })())
    expect(changed).toBe(200)
    expect(await call(own('DELETE')())).toBe(204)
    // the code is known still: nobody guesses it
    expect(await times(5, own('GET'))).toEqual(Array(5).fill(410))
  })

  it('count the misses of PATCH and DELETE as those of GET', async () => {
    test = await build({ env: { LIMIT_CODES: '2' } })
    const remove = () => ({ ...look(), method: 'DELETE' as 'GET' })
    expect(await times(3, remove)).toEqual([404, 404, 429])
    expect(await times(1, look)).toEqual([429])
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
