/** What is read beside opening a request, and why it was handed over: on both databases. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenRequest, QueueRow } from '#core/contract/desk.ts'
import type { Readings } from '#core/contract/readings.ts'
import { rawOf } from '../../../../server/store/raw.ts'
import { build, type PersonName, type TestApp } from '../../../support/app.ts'
import { asking } from '../../../support/asking.ts'
import { MINUTE } from '../../../support/clock.ts'

const REASON = 'Muutti Keuruulle, puhuttiin vuokrasta.'

describe.each(['sqlite', 'postgres'] as const)('reading a request (%s)', (engine) => {
  let test: TestApp
  const signed = new Map<PersonName, Record<string, string>>()
  beforeAll(async () => {
    test = await build({ engine })
    for (const name of ['aino', 'helmi', 'elias', 'marja', 'otto'] as const)
      signed.set(name, (await test.signIn(name)).headers)
  })
  afterAll(() => test.close())

  const as = (name: PersonName, method: 'GET' | 'POST', url: string, payload?: object) =>
    test.app.inject({
      method,
      url: `/api/desk/requests/${url}`,
      headers: signed.get(name) ?? {},
      ...(payload && { payload }),
    })
  async function waiting() {
    const body = asking(test.content.current().revision, { contact: { ownWords: 'Tarvitsen apua.' } })
    await test.app.inject({ method: 'POST', url: '/api/callback-requests', headers: test.own, payload: body })
    return body.id
  }
  const logged = async (id: string) => {
    const log = await test.store.read(test.organisation, (view) => view.log.accesses(0, 10_000))
    return log.filter(({ request }) => request === id).map(({ action }) => action)
  }
  const areaOf = async (id: string) => (await as('helmi', 'GET', id)).json<OpenRequest>().row.area
  const otherThan = (area: string) => (area === 'west' ? 'south' : 'west')

  it('is recorded when it is copied for the client system, and nothing comes back but that', async () => {
    const id = await waiting()
    const answer = await as('helmi', 'POST', `${id}/copied`)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect((await logged(id)).filter((action) => action === 'request.copied')).toHaveLength(1)
  })

  it('is not copied by one who may not read it, and the try is written down', async () => {
    const id = await waiting()
    expect((await as('otto', 'POST', `${id}/copied`)).statusCode).toBe(404)
    expect((await as('otto', 'GET', `${id}/readings`)).statusCode).toBe(404)
    const actions = await logged(id)
    expect(actions).toEqual(expect.arrayContaining(['denied:request.copied', 'denied:request.readings']))
    expect(actions).not.toContain('request.copied')
  })

  it('is told by person, how often and when last; looking is recorded and no reading itself', async () => {
    const id = await waiting()
    await as('helmi', 'GET', id)
    await as('helmi', 'GET', id)
    test.clock.pass(MINUTE)
    await as('elias', 'GET', id)
    test.clock.pass(MINUTE)
    await as('helmi', 'POST', `${id}/copied`)
    const last = new Date(test.clock.now()).toISOString()
    const told = async () => (await as('marja', 'GET', `${id}/readings`)).json<Readings>().readings
    const short = (await told()).map(({ by, what, times }) => `${by} ${what} ${times}`)
    expect(short).toEqual(['Helmi copied 1', 'Elias opened 1', 'Helmi opened 2'])
    expect((await told())[0]?.last).toBe(last)
    expect((await logged(id)).filter((action) => action === 'request.readings')).toHaveLength(2)
  })

  it('gives whoever receives it the reason why it was handed over, and nobody else a word of it', async () => {
    const id = await waiting()
    const from = await areaOf(id)
    const to = otherThan(from)
    const answer = await as('helmi', 'POST', `${id}/transfer`, { area: to, reason: REASON })
    expect(answer.json<QueueRow>().area).toBe(to)
    expect(answer.body).not.toContain('Keuruulle')
    const { handovers } = (await as('marja', 'GET', id)).json<OpenRequest>()
    expect(handovers).toEqual([{ at: expect.any(String), by: 'Helmi', from, to, reason: REASON }])
    const stored = await test.store.read(test.organisation, (view) =>
      rawOf(view).selectFrom('callback_request').where('id', '=', id).selectAll().execute(),
    )
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain('Keuruulle')
  })

  it('keeps a reason once when a browser sends it again, and each that is another', async () => {
    const id = await waiting()
    const from = await areaOf(id)
    const to = otherThan(from)
    for (const reason of [REASON, REASON, 'Kuuluu sittenkin sinne.'])
      await as('marja', 'POST', `${id}/transfer`, { area: to, reason })
    const { handovers } = (await as('marja', 'GET', id)).json<OpenRequest>()
    expect(handovers?.map(({ reason }) => reason)).toEqual([REASON, 'Kuuluu sittenkin sinne.'])
  })
})
