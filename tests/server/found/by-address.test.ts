/** The search over its address: what is looked for stands in no line of the log, and nobody looks for one name after another for long. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type PersonName, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { MINUTE } from '../../support/clock.ts'

const NAME = 'Tuulikki Harvinainen'

describe('the search', () => {
  let test: TestApp
  const signedIn = new Map<PersonName, Record<string, string>>()
  beforeAll(async () => {
    test = await build()
    const body = asking(test.content.current().revision)
    const payload = { ...body, contact: { ...body.contact, name: NAME } }
    const sent = await test.app.inject({ method: 'POST', url: '/api/callback-requests', payload })
    expect(sent.statusCode).toBe(201)
    for (const who of ['helmi', 'eetu', 'elias'] as const) signedIn.set(who, (await test.signIn(who)).headers)
  })
  afterAll(() => test.close())

  const look = (who: PersonName, text: string) =>
    test.app.inject({
      method: 'POST',
      url: '/api/desk/search',
      headers: signedIn.get(who) ?? {},
      payload: { text },
    })

  it('finds, and its log has neither the text nor a part of it', async () => {
    const answer = await look('helmi', 'tuulikki')
    expect(answer.statusCode).toBe(200)
    expect(answer.json().rows).toMatchObject([{ by: ['name'] }])
    expect(test.log.join('\n')).toContain('/api/desk/search')
    expect(test.log.join('\n')).not.toMatch(/tuulikki|harvinainen/i)
  })

  it('has no address that could hold the text', async () => {
    const headers = signedIn.get('helmi') ?? {}
    const answer = await test.app.inject({ url: '/api/desk/search?text=tuulikki', headers })
    expect(answer.statusCode).toBe(405)
  })

  it('is nothing for an editor, and refuses what is no text', async () => {
    expect((await look('eetu', 'tuulikki')).statusCode).toBe(403)
    expect((await look('helmi', '…')).json()).toMatchObject({ code: 'invalid-field', field: '/text' })
    expect((await look('helmi', 'x'.repeat(101))).statusCode).toBe(400)
  })

  it('is asked so often by one person, and no less by another for that', async () => {
    const statuses = new Set<number>()
    for (let time = 0; time < 130; time++) statuses.add((await look('helmi', 'K-0000')).statusCode)
    expect([...statuses]).toEqual([200, 429])
    expect((await look('elias', 'K-0000')).statusCode).toBe(200)
    test.clock.pass(10 * MINUTE)
    expect((await look('helmi', 'K-0000')).statusCode).toBe(200)
  })
})
