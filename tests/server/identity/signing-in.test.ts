/** Who guesses passwords shuts nobody out: neither a school, nor the one whose name it is, nor those who come at the same moment. */
import { afterEach, describe, expect, it } from 'vitest'
import { makeLine } from '../../../server/identity/credentials/line.ts'
import { build, PASSWORD, type TestApp } from '../../support/app.ts'
import { MINUTE } from '../../support/clock.ts'

const SCHOOL = '192.0.2.7'
const HOME = '198.51.100.9'

describe('signing in', () => {
  let test: TestApp
  afterEach(() => test.close())

  const attempt = async (username: string, password: string, from: string, cookie?: string) =>
    test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { ...test.own, ...(cookie && { cookie }) },
      payload: { username, password },
      remoteAddress: from,
    })
  const statuses = async (times: number, ...asked: Parameters<typeof attempt>) => {
    const answers: number[] = []
    for (let time = 0; time < times; time++) answers.push((await attempt(...asked)).statusCode)
    return answers
  }

  it('is open to the others of a network in which somebody guesses, and to that person elsewhere', async () => {
    test = await build({ env: { LIMIT_SIGN_INS: '3' } })
    expect(await statuses(5, 'aino', 'no', SCHOOL)).toEqual([401, 401, 401, 429, 429])
    expect(await statuses(5, 'nobody', 'no', SCHOOL)).toEqual([401, 401, 401, 429, 429])
    expect(await statuses(5, 'elias', PASSWORD, SCHOOL)).toEqual(Array(5).fill(200))
    expect(await statuses(5, 'aino', PASSWORD, HOME)).toEqual(Array(5).fill(200))
    // red twin: one budget for a whole network would be gone by now
    expect(await statuses(1, 'AINO', PASSWORD, SCHOOL)).toEqual([429])
    test.clock.pass(10 * MINUTE)
    expect(await statuses(1, 'aino', PASSWORD, SCHOOL)).toEqual([200])
  })

  it('is open on a device on which that person has signed in before, whoever guesses and from wherever', async () => {
    test = await build({ env: { LIMIT_SIGN_INS: '3' } })
    const first = await attempt('aino', PASSWORD, SCHOOL)
    const device = first.cookies.find(({ name }) => name === 'kynnys-device')
    expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const cookie = `kynnys-device=${device?.value}`
    for (let network = 0; network < 8; network++) await statuses(4, 'aino', 'no', `203.0.${network}.1`)
    await statuses(4, 'aino', 'no', SCHOOL)
    expect(await statuses(1, 'aino', PASSWORD, HOME)).toEqual([429])
    const known = await attempt('aino', PASSWORD, SCHOOL, cookie)
    expect([known.statusCode, known.cookies.map(({ name }) => name)]).toEqual([200, ['kynnys']])
    // it is nobody else's, and no way to guess without end
    expect(await statuses(1, 'aino', PASSWORD, HOME, 'kynnys-device=AAAAAAAAAAAAAAAAAAAAAA.AAAA')).toEqual([
      429,
    ])
    expect(await statuses(5, 'aino', 'no', SCHOOL, cookie)).toEqual([401, 401, 401, 429, 429])
    expect(await statuses(4, 'elias', 'no', SCHOOL, cookie)).toEqual([401, 401, 401, 429])
  })
})

describe('the line of passwords', () => {
  it('has an end, and who is known stands first in it', async () => {
    const inTurn = makeLine(1)
    const order: string[] = []
    const open: (() => void)[] = []
    const work = (name: string) => () =>
      new Promise<string>((resolve) => {
        order.push(name)
        open.push(() => resolve(name))
      })
    const guesses = Array.from({ length: 400 }, (_, number) =>
      inTurn(work(`guess ${number}`), 'unknown').catch((error: { code: string }) => error.code),
    )
    const rightful = inTurn(work('rightful'), 'known')
    const ours = inTurn(work('ours'), 'anyhow')
    // a second of works of fifty milliseconds, and the one that is worked on
    const refused = guesses.slice(21)
    expect(new Set(await Promise.all(refused))).toEqual(new Set(['too-busy']))
    let done = 0
    while (done < open.length) {
      open[done++]?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await Promise.all([rightful, ours])).toEqual(['rightful', 'ours'])
    expect(order.slice(0, 4)).toEqual(['guess 0', 'rightful', 'ours', 'guess 1'])
    expect(order).toHaveLength(23)
  })
})
