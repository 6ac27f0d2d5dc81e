/** Coordinators and the requests of their areas: over HTTP, on both databases. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenRequest, Queue, QueueRow } from '#core/contract/desk.ts'
import { build, type PersonName, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'

describe.each(['sqlite', 'postgres'] as const)('the desk (%s)', (engine) => {
  let test: TestApp
  const signed = new Map<PersonName, Record<string, string>>()
  beforeAll(async () => {
    test = await build({ engine })
    for (const name of ['aino', 'helmi', 'elias', 'marja', 'eetu', 'otto'] as const)
      signed.set(name, (await test.signIn(name)).headers)
  })
  afterAll(() => test.close())

  const as = (name: PersonName, method: 'GET' | 'POST', url: string, payload?: object) =>
    test.app.inject({
      method,
      url: `/api/desk${url}`,
      headers: signed.get(name) ?? {},
      ...(payload && { payload }),
    })
  async function waiting() {
    const body = asking(test.content.current().revision, { contact: { ownWords: 'Tarvitsen apua.' } })
    await test.app.inject({ method: 'POST', url: '/api/callback-requests', headers: test.own, payload: body })
    return body
  }
  const denials = () =>
    test.store.read(test.organisation, async (view) =>
      (await view.log.accesses(0, 10_000)).filter(({ action }) => action.startsWith('denied:')),
    )

  it('shows who waits, without a name, a number or a word of theirs', async () => {
    const { id, contact } = await waiting()
    const answer = await as('helmi', 'GET', '/queue')
    const row = answer.json<Queue>().rows.find((one) => one.id === id)
    expect(row).toMatchObject({ status: 'waiting', area: expect.any(String), verified: true })
    const told = [contact.name, contact.phone?.slice(4), contact.ownWords].map(String)
    expect(told.filter((text) => answer.body.includes(text))).toEqual([])
  })

  it('opens a request with its own words, and records the reading', async () => {
    const { id } = await waiting()
    const answer = await as('helmi', 'GET', `/requests/${id}`)
    expect(answer.json<OpenRequest>().contact).toMatchObject({
      name: 'Veera Esimerkki',
      ownWords: 'Tarvitsen apua.',
    })
    const log = await test.store.read(test.organisation, (view) => view.log.accesses(0, 10_000))
    expect(log.filter(({ action, request }) => request === id && action === 'request.read')).toHaveLength(1)
  })

  it('follows a request to its end', async () => {
    const { id } = await waiting()
    const steps: [string, object?][] = [
      ['take'],
      ['attempts', { way: 'call', result: 'no-answer' }],
      ['notes', { text: 'Soitan uudelleen.' }],
      ['reached'],
      ['close', { outcome: 'advice-given', recorded: true }],
    ]
    const seen: string[] = []
    for (const [step, payload] of steps) {
      const answer = await as('helmi', 'POST', `/requests/${id}/${step}`, payload)
      expect(answer.statusCode, answer.body).toBe(200)
      seen.push(answer.json<QueueRow>().status)
    }
    expect(seen).toEqual(['taken', 'taken', 'taken', 'reached', 'closed'])
  })

  it('gives a request to one of two who take it at once, and tells the other who has it', async () => {
    const { id } = await waiting()
    const answers = await Promise.all(
      ['helmi', 'elias'].map((name) => as(name as PersonName, 'POST', `/requests/${id}/take`)),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const lost = answers.find(({ statusCode }) => statusCode === 409)?.json()
    expect(lost).toMatchObject({ code: 'already-taken', by: expect.stringMatching(/^(Helmi|Elias)$/) })
  })

  it.each(['eetu', 'otto'] as const)('shows %s nothing, and writes the attempt down', async (name) => {
    const { id } = await waiting()
    const before = (await denials()).length
    expect((await as(name, 'GET', '/queue')).statusCode).toBe(403)
    expect((await as(name, 'GET', `/requests/${id}`)).statusCode).toBe(404)
    expect((await as(name, 'POST', `/requests/${id}/take`)).statusCode).toBe(404)
    expect((await denials()).length).toBe(before + 3)
  })

  it('answers one without rights the same wherever a request is to be handed over, and writes it down', async () => {
    const { id } = await waiting()
    const before = (await denials()).length
    const answers = []
    for (const area of ['west', 'nowhere'])
      answers.push(await as('eetu', 'POST', `/requests/${id}/transfer`, { area }))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
    expect(answers[0]?.body).toBe(answers[1]?.body)
    expect((await denials()).length).toBe(before + 2)
    const allowed = await as('helmi', 'POST', `/requests/${id}/transfer`, { area: 'nowhere' })
    expect(allowed.json()).toMatchObject({ status: 400, code: 'invalid-field', field: '/area' })
  })

  it('asks for a session, our own origin and our own header', async () => {
    const { id } = await waiting()
    const url = `/api/desk/requests/${id}/take`
    const { cookie, origin, host } = signed.get('helmi') as Record<'cookie' | 'origin' | 'host', string>
    const code = async (headers: Record<string, string>) =>
      (await test.app.inject({ method: 'POST', url, headers: { host, ...headers } })).json().code
    expect(await code({ origin, 'x-kynnys': '1' })).toBe('signed-out')
    expect(await code({ cookie, 'x-kynnys': '1' })).toBe('wrong-origin')
    expect(await code({ cookie, origin })).toBe('wrong-origin')
    expect(await code({ cookie, origin: 'https://localhost', 'x-kynnys': '1' })).toBe('wrong-origin')
    expect(await code({ cookie, origin: 'null', 'x-kynnys': '1' })).toBe('wrong-origin')
  })
})
