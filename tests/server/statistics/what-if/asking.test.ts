/** A lead asks what another staffing would have promised: of what the figures tell, within bounds, and nobody else does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WhatIf } from '#core/contract/what-if.ts'
import { statistics } from '../../../../server/jobs/statistics.ts'
import { newId } from '../../../../server/store/ids.ts'
import { build, type TestApp } from '../../../support/app.ts'
import { KEEPING, testClock } from '../../../support/clock.ts'
import { engines } from '../../../support/databases.ts'
import { FIGURES } from '../figures.ts'

describe.each(engines)('what if ($name)', ({ name: engine }) => {
  const clock = testClock('2026-11-24T10:00:00+02:00')
  let app: TestApp
  beforeAll(async () => {
    app = await build({ engine, clock })
    await app.store.record(app.organisation, async (tx) => {
      for (const [day, count] of [
        ['2026-09-25', 50],
        ['2026-10-05', 60],
        ['2026-11-18', 27],
        ['2026-11-23', 40],
      ] as const)
        for (let made = 0; made < count; made++)
          await tx.statistics.add({ row: newId(clock.now()), ...FIGURES, day })
    })
    await statistics.does({ store: app.store, organisation: app.organisation, clock, ...KEEPING })
  })
  afterAll(() => app.close())

  const ask = async (payload: object, who: Parameters<TestApp['signIn']>[0] = 'marja') => {
    const { headers } = await app.signIn(who)
    return app.app.inject({ method: 'POST', url: '/api/desk/statistics/what-if', headers, payload })
  }
  const answerOf = async (payload: object) => (await ask(payload)).json<WhatIf>()

  it('asked nothing tells the staffing of today, over eight whole weeks, in numbers that are told', async () => {
    const { weeks, arrivals, reserve, today, asked } = await answerOf({})
    expect(weeks).toEqual({ count: 8, from: '2026-09-28', to: '2026-11-22' })
    expect([arrivals, reserve]).toEqual([85, 6])
    expect(today.staffing).toEqual({ people: 3, attempts: 8, cutOff: '13:00', callBy: '16:00' })
    expect(today.places).toBe(24)
    expect(asked).toEqual(today)
    expect(today.sameDay + today.next + today.later + today.undated).toBe(85)
    expect(today.later).toBeGreaterThan(0)
  })

  it('with more who call tells of more on the same day, and of a shorter wait', async () => {
    const { today, asked } = await answerOf({ people: 12 })
    expect(asked.staffing).toEqual({ ...today.staffing, people: 12 })
    expect(asked.sameDay).toBeGreaterThan(today.sameDay)
    expect([asked.later, asked.longest]).toEqual([0, 1])
    const nobody = (await answerOf({ people: 0 })).asked
    expect(nobody).toMatchObject({ undated: 85, longest: null })
  })

  it('refuses what is no staffing, by the field', async () => {
    for (const [payload, field] of [
      [{ people: -1 }, '/people'],
      [{ people: 61 }, '/people'],
      [{ people: 1.5 }, '/people'],
      [{ attempts: 1000 }, '/attempts'],
      [{ cutOff: '25:00' }, '/cutOff'],
      [{ cutOff: '15:00', callBy: '14:00' }, '/callBy'],
    ] as const) {
      const answer = await ask(payload)
      expect([answer.statusCode, answer.json().field], JSON.stringify(payload)).toEqual([400, field])
    }
    expect((await ask({ area: 'south' })).statusCode).toBe(400)
  })

  it('is a lead’s to ask', async () => {
    for (const who of ['helmi', 'tuomas', 'eetu', 'otto'] as const)
      expect((await ask({}, who)).statusCode, who).toBe(403)
  })
})
