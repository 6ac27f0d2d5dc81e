/** What a person writes never reaches the log: markers planted in every field are searched for in every line. */
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLog } from '../../../server/guard/log.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'

const MARKERS = [
  'MARKERNAME',
  'MARKERWORDS',
  'MARKERCODE000',
  '0401112223',
  '+358401112223',
  'MARKERUSER',
  'MARKERWORD',
  'MARKERQUERY',
  'MARKERHEADER',
  'MARKERNOTE',
  'MARKERKEY',
]

const found = (lines: readonly string[]) =>
  MARKERS.filter((marker) => lines.some((line) => line.includes(marker)))

describe('guesses in the log', () => {
  it('have a short name of their network, the same all day, from which no address follows', async () => {
    const test = await build({ env: { LIMIT_SIGN_INS: '3', TRUST_PROXY: '127.0.0.1' } })
    const guess = (address: string) =>
      test.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { ...test.own, 'x-forwarded-for': address },
        payload: { username: 'helmi', password: 'wrong' },
      })
    for (let at = 0; at < 5; at++) await guess('198.51.100.7')
    await guess('203.0.113.9')
    const { log: lines } = test
    await test.close()
    const entries = lines.map((line) => JSON.parse(line)).filter((entry) => entry.route === '/api/session')
    const [one, , , , fifth, other] = entries
    expect(entries.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429, 401])
    expect(one.network).toMatch(/^[\w-]{8}$/)
    expect(fifth.network).toBe(one.network)
    expect(other.network).not.toBe(one.network)
    expect(lines.join()).not.toMatch(/198\.51|203\.0/)
  })
})

describe('the log', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await build()
  })
  afterAll(() => test.close())

  async function plant() {
    const { headers } = await test.signIn('helmi')
    const post = (url: string, payload: object, more = {}) =>
      test.app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'x-marker': 'MARKERHEADER', ...more },
        payload,
      })
    const body = {
      ...asking(test.content.current().revision),
      code: 'MARKERCODE000',
      contact: { way: 'call', phone: '0401112223', name: 'MARKERNAME', ownWords: 'MARKERWORDS' },
    }
    await post('/api/callback-requests', body)
    await post('/api/callback-requests', { ...body, MARKERKEY: 'MARKERWORDS' })
    await post('/api/callback-requests', { ...body, answers: { story: 'MARKERWORDS' }, id: randomUUID() })
    await post('/api/callback-requests', { ...body, contact: { way: 'MARKERWORDS' } })
    await test.app.inject({
      url: '/api/callback-requests/mine',
      headers: { authorization: 'Bearer MARKERCODE000' },
    })
    await test.app.inject({ url: '/MARKERQUERY?MARKERQUERY=MARKERQUERY' })
    await test.app.inject({ url: '/api/promises?station=MARKERQUERY' })
    await post('/api/session', { username: 'MARKERUSER', password: 'MARKERWORD' })
    await post(`/api/desk/requests/${body.id}/take`, {})
    await post(`/api/desk/requests/${body.id}/notes`, { text: 'MARKERNOTE' })
    await test.app.inject({ url: `/api/desk/requests/${body.id}`, headers })
    return body.id
  }

  it('says how each route answered, and nothing of what was sent', async () => {
    const id = await plant()
    expect(test.log.length).toBeGreaterThan(10)
    expect(found(test.log)).toEqual([])
    expect(test.log.join('')).not.toMatch(/127\.0\.0\.1|Bearer|cookie/)
    expect(test.log.join('')).not.toContain(id)
    const line = test.log.map((text) => JSON.parse(text)).find(({ code }) => code === 'invalid-field')
    expect(line).toMatchObject({ method: 'POST', route: '/api/callback-requests', status: 400 })
  })

  it('keeps an error’s place and drops its message, which may quote a person', async () => {
    const lines: string[] = []
    const log = makeLog('debug', { write: (line: string) => void lines.push(line) })
    log.error(
      { err: new Error('MARKERNAME'), req: { url: 'MARKERQUERY' }, body: 'MARKERWORDS' },
      'MARKERNOTE',
    )
    log.error(new TypeError('MARKERNAME'))
    expect(found(lines)).toEqual([])
    expect(JSON.parse(lines[1] ?? '{}').err).toMatchObject({ name: 'TypeError', frames: expect.any(Array) })
  })

  it('leaves out a line of which nothing is left, but not a warning', () => {
    const lines: string[] = []
    const log = makeLog('debug', { write: (line: string) => void lines.push(line) })
    log.info('MARKERNAME')
    log.info({ req: { url: 'MARKERQUERY' } }, 'MARKERNAME')
    expect(lines).toEqual([])
    log.warn('MARKERNAME')
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(['warn'])
    expect(found(lines)).toEqual([])
  })

  it('would find the markers in a log that writes what it is given', () => {
    const lines: string[] = []
    const naive = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
    naive.error({ err: new Error('MARKERNAME'), body: 'MARKERWORDS' }, 'MARKERNOTE')
    expect(found(lines)).toEqual(
      ['MARKERNAME', 'MARKERWORDS', 'MARKERNOTE', 'MARKERWORD'].sort(
        (a, b) => MARKERS.indexOf(a) - MARKERS.indexOf(b),
      ),
    )
  })
})
