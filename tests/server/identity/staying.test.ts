/** How long a session lasts is told to the desk, which says so to the person before it ends: on both databases, by the clock. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '#core/contract/desk.ts'
import { build, type TestApp } from '../../support/app.ts'
import { HOUR, MINUTE } from '../../support/clock.ts'

describe.each(['sqlite', 'postgres'] as const)('the end of a session (%s)', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await build({ engine })
  })
  afterAll(() => test.close())

  const BY_ITSELF = { 'x-kynnys-by-itself': '1' }
  async function told(headers: Record<string, string>) {
    const answer = await test.app.inject({ url: '/api/session', headers })
    return answer.statusCode === 200 ? answer.json<Me>().session : answer.statusCode
  }

  it('is told by how long it lasts: unless one acts, and in any case', async () => {
    const { headers } = await test.signIn('aino')
    expect(await told(headers)).toEqual({ idle: HOUR, left: 10 * HOUR })
    test.clock.pass(40 * MINUTE)
    expect(await told(headers)).toEqual({ idle: HOUR, left: 10 * HOUR - 40 * MINUTE })
  })

  it('is not put off by a page that asks by itself and says so, wherever it asks', async () => {
    const { headers } = await test.signIn('aino')
    test.clock.pass(40 * MINUTE)
    expect(await told({ ...headers, ...BY_ITSELF })).toEqual({
      idle: 20 * MINUTE,
      left: 10 * HOUR - 40 * MINUTE,
    })
    test.clock.pass(20 * MINUTE)
    expect(await told(headers)).toBe(401)
  })
})
