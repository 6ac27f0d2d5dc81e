/** The page of a lead: which period it begins with, what stands beside it, and who took it out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FiguresPage } from '#core/contract/statistics.ts'
import { statistics } from '../../../server/jobs/statistics.ts'
import { newId } from '../../../server/store/ids.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { build, type TestApp } from '../../support/app.ts'
import { KEEPING, testClock } from '../../support/clock.ts'
import { engines } from '../../support/databases.ts'
import { FIGURES } from './figures.ts'

const MANY: [string, number][] = [
  ['2025-09-17', 12],
  ['2025-10-02', 8],
  ['2026-09-10', 20],
  ['2026-10-05', 40],
  ['2026-10-06', 3],
  ['2026-11-23', 6],
]

describe.each(engines)('the page of figures ($name)', ({ name: engine }) => {
  const clock = testClock('2026-11-24T10:00:00+02:00')
  let app: TestApp
  const days = async () => {
    const rows = await app.store.read(app.organisation, (view) =>
      rawOf(view).selectFrom('statistics').select(['day', 'row']).orderBy('day').execute(),
    )
    return rows
  }
  const job = () => statistics.does({ store: app.store, organisation: app.organisation, clock, ...KEEPING })
  beforeAll(async () => {
    app = await build({ engine, clock })
    await app.store.record(app.organisation, async (tx) => {
      for (const [day, count] of MANY)
        for (let made = 0; made < count; made++)
          await tx.statistics.add({
            row: newId(clock.now()),
            ...FIGURES,
            day,
            area: made % 2 ? 'south' : 'north',
          })
    })
    await job()
  })
  afterAll(() => app.close())

  const get = async (query = '', who: Parameters<TestApp['signIn']>[0] = 'marja') => {
    const { headers } = await app.signIn(who)
    return app.app.inject({ method: 'GET', url: `/api/desk/statistics${query}`, headers })
  }
  const pageOf = async (query?: string) => (await get(query)).json<FiguresPage>()

  it('begins with the newest month that has ended, the one before beside it, and a line of a year', async () => {
    const { figures, before, steps, periods } = await pageOf()
    expect(figures).toMatchObject({
      period: '2026-10',
      count: 45,
      over: true,
      from: '2026-10-01',
      to: '2026-10-31',
    })
    expect(before).toMatchObject({ period: '2026-09', count: 20 })
    expect(steps.map(({ period }) => period)).toEqual([
      ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'],
      ...['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
    ])
    expect(steps[0]).toMatchObject({ count: 10 })
    expect(periods[0]?.period).toMatch(/^2026-(11|W48)$/)
    expect(periods.map(({ period }) => period)).toContain('2025-09')
  })

  it('of a week, and of the month that has begun, which says so', async () => {
    expect((await pageOf('?period=2026-W41')).figures).toMatchObject({ count: 45, over: true })
    expect((await pageOf('?period=2026-11')).figures).toMatchObject({ count: 5, over: false })
  })

  it('tells areas together where each has one coordinator, and says which', async () => {
    const { figures } = await pageOf()
    expect(figures?.lines.area.map(({ id, count }) => [id, count])).toEqual([['together', 45]])
    expect(figures?.together).toEqual(['north', 'south', 'west'])
  })

  it('knows neither a part of a month nor a period that was not counted', async () => {
    for (const [query, status] of [
      ['?period=2026-10-05', 400],
      ['?period=2026-13', 400],
      ['?from=2026-10-01&to=2026-10-05', 400],
      ['?period=2031-01', 404],
    ] as const)
      expect((await get(query)).statusCode, query).toBe(status)
  })

  it('is a lead’s: to others it is refused, and that is written down', async () => {
    for (const who of ['helmi', 'tuomas', 'eetu', 'otto'] as const)
      expect((await get('', who)).statusCode, who).toBe(403)
    const rows = await app.store.read(app.organisation, (view) => view.log.accesses(0, 10_000))
    expect(rows.filter(({ action }) => action === 'denied:figures.read')).toHaveLength(4)
  })

  it('taken out as a file gives the same, and who did so is recorded', async () => {
    const { headers, me } = await app.signIn('marja')
    const url = '/api/desk/statistics/export'
    const answer = await app.app.inject({ method: 'POST', url, headers, payload: { period: '2026-10' } })
    expect(answer.json()).toEqual(await pageOf('?period=2026-10'))
    const rows = await app.store.read(app.organisation, (view) => view.log.accesses(0, 10_000))
    expect(rows.filter(({ action }) => action === 'figures.exported').map(({ person }) => person)).toEqual([
      me.id,
    ])
  })

  it('of a period that was counted before calls were answered reads as it was, and with none of them', async () => {
    const now = (await pageOf('?period=2025-09')).figures
    await app.store.record(app.organisation, async (tx) => {
      const db = rawOf(tx)
      const which = db.selectFrom('counted_period').where('period', '=', '2025-09')
      const { told } = await which.select('told').executeTakeFirstOrThrow()
      const older = JSON.parse(told, (key, value) =>
        key === 'answered' || key === 'channel' ? undefined : value,
      )
      expect(JSON.stringify(older)).not.toContain('answered')
      await db
        .updateTable('counted_period')
        .set({ told: JSON.stringify(older) })
        .where('period', '=', '2025-09')
        .execute()
    })
    const { figures } = await pageOf('?period=2025-09')
    expect(figures).toEqual({ ...now, lines: { ...now?.lines, channel: [] } })
  })

  it('after thirteen months a row says its month alone, and what was told of it stays', async () => {
    expect((await days()).slice(0, 13).map(({ day }) => day)).toEqual([
      ...Array.from({ length: 12 }, () => '2025-09-01'),
      '2025-10-02',
    ])
    const [first] = await days()
    // nor does its name say the day
    expect(first?.row.slice(0, 13)).toBe(newId(Date.parse('2025-09-01T00:00:00Z')).slice(0, 13))
    const before = (await pageOf('?period=2025-10')).figures
    clock.set('2026-12-01T10:00:00+02:00')
    await job()
    expect((await days()).filter(({ day }) => day === '2025-10-01')).toHaveLength(8)
    expect((await pageOf('?period=2025-10')).figures).toEqual(before)
    expect(await days()).toHaveLength(MANY.reduce((sum, [, count]) => sum + count, 0))
  })
})
