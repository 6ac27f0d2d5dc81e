/** When we would call costs a look-up, and a full calendar no more than an empty one: counted in statements, not in time. */
import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDays, localTime } from '../../../server/promise/local-time.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { engines } from '../../support/databases.ts'
import { until } from '../../support/process.ts'

/** What each driver is asked, whoever asks. */
async function statementsOf(test: TestApp, act: () => Promise<unknown>): Promise<number> {
  const looks = [vi.spyOn(test.store, 'read'), vi.spyOn(test.store, 'record')]
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await act()
    const calls = looks.reduce((sum, { mock }) => sum + mock.calls.length, 0)
    return test.store.engine === 'postgres' ? queries.mock.calls.length : calls
  } finally {
    for (const spy of [...looks, queries]) spy.mockRestore()
  }
}

describe.each(engines)('when we would call, on $name', ({ name: engine }) => {
  const open: TestApp[] = []
  afterEach(async () => {
    for (const test of open.splice(0).reverse()) await test.close()
  })
  const start = async (options: Parameters<typeof build>[0] = {}) => {
    const test = await build({ engine, ...options })
    open.push(test)
    return test
  }
  const when = async (test: TestApp, station = 'laukaa') =>
    (await test.app.inject({ url: `/api/promises?station=${station}` })).json()
  const send = async (test: TestApp) => {
    const payload = asking(test.content.current().revision)
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/callback-requests',
      headers: test.own,
      payload,
    })
    expect(answer.statusCode).toBe(201)
    return { ...answer.json(), code: payload.code }
  }
  /** Takes every place of every day, but for the last ones. */
  const fill = (test: TestApp, days: number) =>
    test.store.record(test.organisation, async (tx) => {
      const today = localTime(test.clock.now()).day
      const areas = (await tx.place.areas(today)).map(({ area }) => area)
      for (const area of areas)
        for (let ahead = 0; ahead < days; ahead++)
          await rawOf(tx)
            .insertInto('capacity_use')
            .values({ organisation: test.organisation, area, day: addDays(today, ahead), used: 10_000 })
            .onConflict((at) => at.columns(['organisation', 'area', 'day']).doUpdateSet({ used: 10_000 }))
            .execute()
    })

  it('is looked up once for all who ask in some seconds, whose clock is told each time', async () => {
    const test = await start()
    const [first, second] = await Promise.all([when(test), when(test)])
    expect(first).toEqual(second)
    expect(await statementsOf(test, () => when(test))).toBe(0)
    test.clock.pass(1000)
    const later = await when(test)
    expect(later).toEqual({ ...first, at: new Date(test.clock.now()).toISOString() })
    test.clock.pass(5000)
    expect(await statementsOf(test, () => when(test))).toBeGreaterThan(0)
    const unknown = () => test.app.inject({ url: '/api/promises?station=nowhere' })
    expect([(await unknown()).statusCode, (await unknown()).statusCode]).toEqual([404, 404])
  })

  it('is looked up anew after a request was stored or withdrawn, here or in another process', async () => {
    const test = await start()
    const other = await start({ database: test.database, keys: test.keys, clock: test.clock })
    await when(test)
    const { code } = await send(test)
    expect(await statementsOf(test, () => when(test))).toBeGreaterThan(0)
    await test.app.inject({
      method: 'DELETE',
      url: '/api/callback-requests/mine',
      headers: { ...test.own, authorization: `Bearer ${code}` },
    })
    expect(await statementsOf(test, () => when(test))).toBeGreaterThan(0)
    await fill(test, 1)
    const { promise } = await send(other)
    await until('the other process has heard', async () =>
      (await when(test)).areas.every((area: { promise: { day: string } }) => area.promise.day >= promise.day),
    )
  })

  it('costs a request no more with sixty full days than with one', async () => {
    const test = await start()
    await send(test)
    const empty = await statementsOf(test, () => send(test))
    await fill(test, 59)
    const nearly = await statementsOf(test, () => send(test))
    // one look at all days, and one place taken
    expect(nearly - empty).toBeLessThanOrEqual(2)
  })
})
