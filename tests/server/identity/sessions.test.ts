/** Signing in, staying and leaving: on both databases, by the clock. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '#core/contract/desk.ts'
import { hashPassword, makePassword, verifyPassword } from '../../../server/identity/credentials/password.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { build, PASSWORD, type TestApp } from '../../support/app.ts'
import { HOUR, MINUTE } from '../../support/clock.ts'

describe.each(['sqlite', 'postgres'] as const)('sessions (%s)', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await build({ engine })
  })
  afterAll(() => test.close())

  const who = async (headers: Record<string, string>, url = '/api/session') =>
    (await test.app.inject({ url, headers })).statusCode
  const attempt = (payload: object, headers: Record<string, string> = test.own) =>
    test.app.inject({ method: 'POST', url: '/api/session', headers, payload })

  it('gives a cookie that scripts and other sites cannot use, and tells who one is', async () => {
    const answer = await attempt({ username: 'Helmi', password: PASSWORD })
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(
      /^kynnys=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const me = answer.json<Me>()
    expect(me).toMatchObject({ firstName: 'Helmi', roles: ['coordinator'] })
    expect(me.areas[0]).toMatchObject({ area: 'north', substitute: false })
    expect(me.areas.map(({ area }) => area).sort()).toEqual(['north', 'south', 'west'])
    expect(me.allAreas).toHaveLength(3)
  })

  it('keeps a hash of the token, never the token', async () => {
    const { headers } = await test.signIn('aino')
    const token = headers.cookie?.split('=')[1] ?? ''
    const rows = await test.store.read(test.organisation, (view) =>
      rawOf(view).selectFrom('session').selectAll().execute(),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('answers an unknown name and a wrong password alike', async () => {
    const answers = await Promise.all([
      attempt({ username: 'aino', password: 'wrong' }),
      attempt({ username: 'nobody', password: PASSWORD }),
      attempt({ username: 'aino', password: PASSWORD, organisation: 'another' }),
    ])
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(answers[0]?.json().code).toBe('wrong-sign-in')
  })

  it('ends after an hour without an act; an act prolongs it, the queue’s own fetch does not', async () => {
    const { headers } = await test.signIn('aino')
    test.clock.pass(50 * MINUTE)
    expect(await who(headers)).toBe(200)
    test.clock.pass(50 * MINUTE)
    expect(await who(headers, '/api/desk/queue')).toBe(200)
    test.clock.pass(11 * MINUTE)
    expect(await who(headers)).toBe(401)
  })

  it('ends after ten hours whatever one does', async () => {
    const { headers } = await test.signIn('aino')
    for (let half = 0; half < 19; half++) {
      test.clock.pass(HOUR / 2)
      expect(await who(headers)).toBe(200)
    }
    test.clock.pass(HOUR / 2)
    expect(await who(headers)).toBe(401)
  })

  it('is gone when one signs out, and the old cookie never works again', async () => {
    const { headers } = await test.signIn('aino')
    const other = await test.signIn('aino')
    const answer = await test.app.inject({ method: 'DELETE', url: '/api/session', headers })
    expect([answer.statusCode, answer.headers['clear-site-data']]).toEqual([204, '"cache", "storage"'])
    expect(await who(headers)).toBe(401)
    expect(await who(other.headers)).toBe(200)
  })

  it('is dead at once for one who may no longer work here', async () => {
    const { headers } = await test.signIn('elias')
    await test.store.record(test.organisation, (tx) => tx.people.setDisabled('demo-elias', 1))
    expect(await who(headers)).toBe(401)
    expect((await attempt({ username: 'elias', password: PASSWORD })).json().code).toBe('wrong-sign-in')
    await test.store.record(test.organisation, (tx) => tx.people.setDisabled('demo-elias', 0))
  })
})

describe('signing in over the line', () => {
  const attempt = (test: TestApp, host: string, origin: string, more: Record<string, string> = {}) =>
    test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { host, origin, 'x-kynnys': '1', ...more },
      payload: { username: 'aino', password: PASSWORD },
      remoteAddress: '10.0.0.1',
    })

  it('is refused over plain http from beyond this machine', async () => {
    const test = await build()
    expect((await attempt(test, 'desk.example', 'http://desk.example')).json().code).toBe('insecure-sign-in')
    expect((await attempt(test, '127.0.0.1:8080', 'http://127.0.0.1:8080')).statusCode).toBe(200)
    await test.close()
  })

  it('happens over https at the public address only, with a cookie bound to the host', async () => {
    const env = { PUBLIC_URL: 'https://desk.example', DATA_KEY: 'x', TRUST_PROXY: '10.0.0.0/8' }
    const test = await build({ env })
    const https = { 'x-forwarded-proto': 'https' }
    const good = await attempt(test, 'desk.example', 'https://desk.example', https)
    expect([good.headers['set-cookie']].flat()[0]).toMatch(
      /^__Host-kynnys=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(good.headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await attempt(test, 'desk.example', 'https://desk.example')).json().code).toBe('insecure-sign-in')
    expect((await attempt(test, 'desk.example', 'http://desk.example', https)).json().code).toBe(
      'wrong-origin',
    )
    await test.close()
  })
})

describe('passwords', () => {
  it('are argon2id hashes by the figures of OWASP', async () => {
    expect(await hashPassword('a')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('are right or wrong, and wrong for nobody', async () => {
    const secret = await hashPassword('pässi')
    expect(await verifyPassword(secret, 'pa\u0308ssi')).toBe(true)
    expect(await verifyPassword(secret, 'passi')).toBe(false)
    expect(await verifyPassword(undefined, 'pässi')).toBe(false)
  })

  it('that are made for people have no letter that looks like another', () => {
    for (let time = 0; time < 50; time++)
      expect(makePassword()).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/)
  })
})
