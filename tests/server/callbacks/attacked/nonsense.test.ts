/** Nonsense over the addresses of the acts is never a fault of ours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type PersonName, type TestApp } from '../../../support/app.ts'
import { asking } from '../../../support/asking.ts'
import { MINUTE } from '../../../support/clock.ts'

describe('nonsense', () => {
  let test: TestApp
  const signedIn = new Map<PersonName, Record<string, string>>()
  let id = ''
  const requests: string[] = []
  beforeAll(async () => {
    test = await build()
    for (let at = 0; at < 3; at++) {
      const body = asking(test.content.current().revision)
      const sent = await test.app.inject({ method: 'POST', url: '/api/callback-requests', payload: body })
      expect(sent.statusCode).toBe(201)
      requests.push(body.id)
    }
    id = requests[0] as string
    for (const who of ['helmi', 'eetu', 'elias'] as const) signedIn.set(who, (await test.signIn(who)).headers)
  })
  afterAll(() => test.close())
  const post = (who: PersonName, url: string, payload?: object) =>
    test.app.inject({ method: 'POST', url, headers: signedIn.get(who) ?? {}, ...(payload && { payload }) })

  const DAYS = [
    '2026-02-30',
    '2026-03-29',
    '2026-10-25',
    '2026-12-06',
    '9999-12-31',
    '0000-01-01',
    '2028-02-29',
    '-000001-01-01',
    '2026-11-25',
    '__proto__',
  ]
  const TIMES = [
    ['09:00', '10:00'],
    ['09:00', '09:00'],
    ['10:00', '09:00'],
    ['24:00', '25:00'],
    ['09:00', '24:00'],
    ['99:99', '99:99'],
    ['03:30', '04:30'],
    ['09:60', '10:60'],
  ]
  it('a planned time answers 2xx or 4xx, never 5xx', async () => {
    const one = `/api/desk/requests/${id}`
    expect((await post('helmi', `${one}/take`)).statusCode).toBe(200)
    const bad: string[] = []
    for (const day of DAYS)
      for (const [from, by] of TIMES) {
        const answer = await post('helmi', `${one}/attempts`, {
          way: 'call',
          result: 'no-answer',
          next: { day, from, by },
        })
        if (answer.statusCode >= 500 || (answer.statusCode === 200 && day !== '2026-11-25'))
          bad.push(`${day} ${from} ${by} ${answer.statusCode}`)
      }
    expect(bad).toEqual([])
  })
  it('other bodies too', async () => {
    const one = `/api/desk/requests/${id}`
    const bodies: [string, object][] = [
      ['attempts', { way: 'call', result: 'no-answer', at: '2026-02-30T10:00:00Z' }],
      ['attempts', { way: 'call', result: 'no-answer', at: '2026-11-24T24:00:00Z' }],
      ['attempts', { way: 'call', result: 'no-answer', at: '2026-11-24T23:59:60Z' }],
      ['attempts', { way: 'call', result: 'no-answer', at: '9999-12-31T23:59:59+23:59' }],
      ['attempts', { way: '__proto__', result: 'no-answer' }],
      ['attempts', { way: 'call', result: 'no-answer', version: 1e300 }],
      ['attempts', { way: 'call', result: 'no-answer', version: 2 ** 53 }],
      ['undo', { version: -1 }],
      ['undo', { version: 2147483648 }],
      ['undo', {}],
      ['rang-back', { text: '\u0000'.repeat(10) }],
      ['rang-back', { text: '\ud800' }],
      ['notes', { text: '\u0000' }],
      ['notes', { text: '\udfff'.repeat(5) }],
      ['transfer', { area: '__proto__' }],
      ['transfer', { area: 'constructor', lane: 'toString' }],
      ['transfer', { area: '\u0000' }],
      ['transfer', { area: 'north', lane: '\u0000', reason: '\u0000' }],
      ['close', { outcome: 'duplicate', recorded: true, also: [id] }],
      [
        'close',
        {
          outcome: 'duplicate',
          recorded: true,
          also: Array(11)
            .fill(0)
            .map((_, at) => `${at}`.repeat(36).slice(0, 36)),
        },
      ],
      ['close', { outcome: 'duplicate', recorded: true, also: ['------------------------------------'] }],
      ['close', { outcome: '__proto__', recorded: true }],
      ['close', { outcome: 'unreachable', recorded: true, contacted: true }],
      ['visit', { station: '__proto__', day: '2026-02-30', from: '99:99', to: '99:99' }],
      ['visit', { station: '\u0000', day: '2026-11-25', from: '09:00', to: '10:00' }],
      ['reopen', { version: 1 }],
      ['free', {}],
      ['unreachable', {}],
    ]
    const bad: string[] = []
    for (const [act, body] of bodies) {
      const answer = await post('helmi', `${one}/${act}`, body)
      if (answer.statusCode >= 500) bad.push(`${act} ${JSON.stringify(body)} ${answer.statusCode}`)
    }
    for (const text of [
      '\u0000\u0000',
      'K-\u0000',
      '%%%',
      '_'.repeat(90),
      '😀'.repeat(40),
      'a\u0301'.repeat(50),
      '+'.repeat(100),
      'toString',
      '\ud800\ud800',
      'ﷺ'.repeat(100),
    ]) {
      const answer = await post('helmi', '/api/desk/search', { text })
      if (answer.statusCode >= 500) bad.push(`search ${JSON.stringify(text)} ${answer.statusCode}`)
    }
    const b64 = (text: string) => Buffer.from(text).toString('base64url')
    for (const after of [
      'x',
      b64('9999999999999999.' + id),
      b64('9999999999999999.9999999999999999.' + id),
      b64('0.0.------------------------------------'),
      '\u0000',
    ])
      for (const url of [
        `/api/desk/archive?after=${encodeURIComponent(after)}`,
        ...['untried', 'waiting', 'tried', 'mine', 'unrecorded', 'overdue'].map(
          (state) => `/api/desk/queue?state=${state}&after=${encodeURIComponent(after)}`,
        ),
      ]) {
        const answer = await test.app.inject({ url, headers: signedIn.get('helmi') ?? {} })
        if (answer.statusCode >= 500) bad.push(`${url} ${answer.statusCode} ${answer.body}`)
      }
    for (const since of ['-1', '1e9', '9007199254740993', '99999999999999999999', 'NaN']) {
      const answer = await test.app.inject({
        url: `/api/desk/queue?since=${since}`,
        headers: signedIn.get('helmi') ?? {},
      })
      if (answer.statusCode >= 500) bad.push(`since ${since} ${answer.statusCode}`)
    }
    for (const query of [
      'period=__proto__',
      'period=2026-13',
      'period=2026-W54',
      'period=constructor',
      'kind=toString',
      'from=2026-02-30',
    ])
      for (const who of ['helmi', 'elias', 'eetu'] as const) {
        const answer = await test.app.inject({
          url: `/api/desk/statistics?${query}`,
          headers: signedIn.get(who) ?? {},
        })
        if (answer.statusCode >= 500) bad.push(`stat ${query} ${who} ${answer.statusCode}`)
      }
    expect(bad).toEqual([])
  })
  it('a page that asks by itself prolongs nothing, wherever it asks', async () => {
    const headers = { ...(await test.signIn('helmi')).headers, 'x-kynnys-by-itself': '1' }
    let statuses: number[] = []
    for (let at = 0; at < 24 * 6; at++) {
      test.clock.pass(10 * MINUTE)
      statuses.push(
        (
          await test.app.inject({
            url: at % 2 ? '/api/session' : `/api/desk/requests/${requests[1]}`,
            headers,
          })
        ).statusCode,
      )
    }
    statuses = statuses.slice(-1)
    expect(statuses).toEqual([401])
  })
})
