/** The database goes away and comes back: refused at once, nothing half stored, no restart needed. */
import { expect, it } from 'vitest'
import type { Receipt } from '#core/contract/callback.ts'
import { openStore } from '../../../server/store/open.ts'
import { build } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { testClock } from '../../support/clock.ts'
import { testKeys } from '../../support/databases.ts'
import { lineTo } from '../../support/line.ts'
import { until } from '../../support/process.ts'

it('says 503 while the database is away, and takes the same request when it is back', async () => {
  const clock = testClock()
  const keys = testKeys()
  const direct = await build({ engine: 'postgres', clock, keys })
  const line = await lineTo(direct.database.url)
  const store = await openStore({ databaseUrl: line.url, clock, keys })
  const database = { url: line.url, open: async () => store, remove: async () => {} }
  const test = await build({ database, clock, keys })
  const payload = asking(test.content.current().revision)
  const ask = () =>
    test.app.inject({ method: 'POST', url: '/api/callback-requests', headers: test.own, payload })
  const ready = async () => (await test.app.inject('/readyz')).statusCode

  expect(await ready()).toBe(200)
  await line.cut()
  const refused = await ask()
  expect(refused.json()).toMatchObject({ status: 503, code: 'unavailable', retryAfter: 5 })
  expect(refused.headers['retry-after']).toBe('5')
  expect(await ready()).toBe(503)
  expect((await test.app.inject('/healthz')).statusCode).toBe(200)
  expect((await test.app.inject('/api/content/fi')).statusCode).toBe(200)
  expect(await test.app.metrics.text()).toContain('kynnys_stores 0')

  await line.mend()
  await until('it is ready again', async () => (await ready()) === 200)
  const received = await ask()
  expect(received.statusCode).toBe(201)
  expect(received.json<Receipt>().id).toBe(payload.id)
  await test.close()
  await store.close()
  await line.cut()
  await direct.close()
})
