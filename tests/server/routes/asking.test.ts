/** A resident asks for a call, follows it, corrects it, takes it back: over HTTP, on both databases. */
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MyRequest, Receipt } from '#core/contract/callback.ts'
import type { Promises } from '#core/contract/promise.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'

describe.each(['sqlite', 'postgres'] as const)('asking for a call (%s)', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await build({ engine })
  })
  afterAll(() => test.close())

  const ask = (payload: object) =>
    test.app.inject({ method: 'POST', url: '/api/callback-requests', headers: test.own, payload })
  const revision = () => test.content.current().revision
  const mine = (method: 'GET' | 'PATCH' | 'DELETE', code: string, payload?: object) =>
    test.app.inject({
      method,
      url: '/api/callback-requests/mine',
      headers: { ...test.own, authorization: `Bearer ${code}` },
      ...(payload && { payload }),
    })

  it('gives the promise that was shown, and the server’s own segment', async () => {
    const shown = await test.app.inject('/api/promises?station=laukaa')
    const north = shown.json<Promises>().areas.find(({ area }) => area === 'north')
    const answer = await ask(asking(revision()))
    expect(answer.statusCode, answer.body).toBe(201)
    const receipt = answer.json<Receipt>()
    expect(receipt.promise).toEqual(north?.promise)
    expect(receipt.reference).toMatch(/^K-/)
  })

  it('tells the window of every half-day in the one answer, whatever the resident has chosen', async () => {
    const shown = await test.app.inject('/api/promises?station=laukaa')
    const north = shown.json<Promises>().areas.find(({ area }) => area === 'north')
    const answer = await ask(
      asking(revision(), { contact: { safeToCall: false, safeTimes: ['4-afternoon'] } }),
    )
    expect(answer.json<Receipt>()).toMatchObject({
      promise: north?.safe['4-afternoon'],
      safeTime: 'chosen',
    })
    expect(answer.json<Receipt>().promise).toMatchObject({ day: '2026-11-26', from: '12:00', by: '16:00' })
  })

  it('sends that answer compressed to those who read it, in less than half a kilobyte', async () => {
    const url = '/api/promises?station=laukaa'
    const [packed, plain] = [
      await test.app.inject({ url, headers: { 'accept-encoding': 'br' } }),
      await test.app.inject(url),
    ]
    expect([packed.headers['content-encoding'], packed.rawPayload.length < 500]).toEqual(['br', true])
    expect(JSON.parse(String(brotliDecompressSync(packed.rawPayload)))).toEqual(plain.json())
    const none = await test.app.inject({
      url: '/api/promises?station=x',
      headers: { 'accept-encoding': 'br' },
    })
    expect([none.statusCode, none.json().code]).toEqual([404, 'not-found'])
  })

  it.each([
    [['6-morning'], '/contact/safeTimes/0'],
    [['1-evening'], '/contact/safeTimes/0'],
    [[], '/contact/safeTimes'],
    [['1-morning', '1-morning'], '/contact/safeTimes'],
    ['1-morning', '/contact/safeTimes'],
  ])('does not take %j for half-days, and says where', async (safeTimes, field) => {
    const sent = asking(revision())
    const answer = await ask({ ...sent, contact: { ...sent.contact, safeToCall: false, safeTimes } })
    expect([answer.statusCode, answer.json().field]).toEqual([400, field])
  })

  it('answers a retry with the same bytes', async () => {
    const body = asking(revision())
    const [first, second] = [await ask(body), await ask(body)]
    expect(second.statusCode).toBe(201)
    expect(second.body).toBe(first.body)
  })

  it('tells another body with the same id and code to be sent as a correction', async () => {
    const body = asking(revision())
    await ask(body)
    const answer = await ask({ ...body, language: 'sv' })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'already-received'])
  })

  it('keeps a request whose answers do not replay, and says so', async () => {
    const answer = await ask(asking('0000', { answers: { nowhere: 'x' } }))
    expect([answer.statusCode, answer.json<Receipt>().verified]).toEqual([201, false])
  })

  it('opens, corrects and withdraws by the code alone', async () => {
    const body = asking(revision())
    await ask(body)
    const seen = await mine('GET', body.code)
    expect(seen.json<MyRequest>()).toMatchObject({ id: body.id, status: 'waiting', mayWithdraw: true })
    expect(seen.body).not.toContain('Veera')
    const corrected = await mine('PATCH', body.code, { contact: { phone: '050 123 4567' } })
    expect(corrected.json<MyRequest>().phoneEnding).toBe('67')
    expect((await mine('DELETE', body.code)).statusCode).toBe(204)
    expect((await mine('GET', body.code)).statusCode).toBe(410)
    expect((await ask(body)).statusCode).toBe(410)
  })

  it('knows nothing of a wrong code, and says the same as of one that never was', async () => {
    const body = asking(revision())
    await ask(body)
    const url = `/api/callback-requests/${body.id}`
    const wrong = await test.app.inject({ url, headers: { authorization: 'Bearer ZZZZZZZZZZZZ' } })
    const none = await test.app.inject({ url })
    expect([wrong.statusCode, none.statusCode]).toEqual([404, 404])
    expect(wrong.body).toBe(none.body)
  })

  it('refuses a page that is not ours', async () => {
    const headers = { ...test.own, origin: 'https://evil.example' }
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/callback-requests',
      headers,
      payload: asking(revision()),
    })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'wrong-origin'])
  })
})
