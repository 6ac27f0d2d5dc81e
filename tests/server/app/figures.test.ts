/** The operator's figures: where they can be read, and what they count. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { openMetricsPort } from '../../../server/guard/metrics-port.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking, nonceFor } from '../../support/asking.ts'
import { DAY } from '../../support/clock.ts'

const TOKEN = 'a-token-of-this-test'

describe('the figures', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await build({ env: { METRICS_TOKEN: TOKEN } })
  })
  afterAll(() => test.close())
  const onPort = async (
    env: Record<string, string>,
    headers: Record<string, string> = {},
    path = '/metrics',
  ) => {
    const { metrics } = readConfig({ METRICS_PORT: '0', ...env })
    const server = await openMetricsPort(test.app.metrics, metrics)
    if (!server) throw new Error('nothing listens')
    const { port, address } = server.address() as { port: number; address: string }
    const { status } = await fetch(`http://localhost:${port}${path}`, { headers })
    server.close()
    return { status, address }
  }

  it('are not on the residents’ port without a token', async () => {
    const open = await build()
    expect((await open.app.inject('/metrics')).statusCode).toBe(404)
    await open.close()
    expect((await test.app.inject('/metrics')).statusCode).toBe(404)
    const headers = { authorization: `Bearer ${TOKEN}` }
    expect((await test.app.inject({ url: '/metrics', headers })).statusCode).toBe(200)
  })

  it('are on a port of their own, of this machine alone, and nothing else is there', async () => {
    const answered = await onPort({})
    expect(answered.status).toBe(200)
    expect(['::1', '127.0.0.1']).toContain(answered.address)
    expect((await onPort({}, {}, '/readyz')).status).toBe(404)
    expect(await openMetricsPort(test.app.metrics, readConfig({}).metrics)).toBeUndefined()
  })

  it('ask for the token there too when there is one', async () => {
    expect((await onPort({ METRICS_TOKEN: TOKEN })).status).toBe(404)
    expect((await onPort({ METRICS_TOKEN: TOKEN }, { authorization: `Bearer ${TOKEN}` })).status).toBe(200)
  })

  it('count refusals by their code, and what is promised and overdue', async () => {
    const late = await build()
    const payload = asking(late.content.current().revision)
    const url = '/api/callback-requests'
    await late.app.inject({ method: 'POST', url, headers: late.own, payload })
    await late.app.inject({ method: 'POST', url, headers: late.own, payload: {} })
    late.clock.pass(30 * DAY)
    const text = await late.app.metrics.text()
    expect(text).toContain('kynnys_refusals_total{status="400",code="invalid-field"} 1')
    expect(text).toContain('kynnys_open_requests 1')
    expect(text).toContain('kynnys_overdue_promises 1')
    expect(text).toContain('kynnys_oldest_unrecorded_seconds 0')
    await late.close()
  })

  it('tell of a flood: how many stand aside, how many came to, and how many of them proved themselves', async () => {
    const crowded = await build({ env: { LIMIT_CLAIMS: '1' } })
    const told = async () => {
      const text = await crowded.app.metrics.text()
      return ['aside_requests', 'claims_aside_total', 'claims_proven_total'].map((name) =>
        Number(new RegExp(`^kynnys_${name} (\\d+)$`, 'm').exec(text)?.[1]),
      )
    }
    const send = async (remoteAddress: string) => {
      const body = asking(crowded.content.current().revision)
      const request = { url: '/api/callback-requests', headers: crowded.own, payload: body } as const
      const answer = await crowded.app.inject({ method: 'POST', ...request, remoteAddress })
      return { body, receipt: answer.json() }
    }
    await send('192.0.2.1')
    const [, resident] = [await send('192.0.2.1'), await send('198.51.100.1')]
    // what the database knows is asked for once in a few seconds: now
    expect(await told()).toEqual([2, 2, 0])
    const { id, code } = resident.body
    const proven = await crowded.app.inject({
      method: 'POST',
      url: '/api/callback-requests/mine/proof',
      headers: { ...crowded.own, authorization: `Bearer ${code}` },
      payload: { nonce: nonceFor(id, resident.receipt.proof) },
      remoteAddress: '198.51.100.1',
    })
    expect(proven.statusCode).toBe(200)
    expect((await told()).slice(1)).toEqual([2, 1])
    await crowded.close()
  })

  it('ask the database once for all who look within a few seconds', async () => {
    const looks: number[] = []
    const { store } = test
    const read = store.read
    store.read = ((...asked: Parameters<typeof read>) => {
      looks.push(1)
      return read(...asked)
    }) as typeof read
    await Promise.all(Array.from({ length: 20 }, () => test.app.metrics.text()))
    store.read = read
    expect(looks.length).toBeLessThanOrEqual(1)
  })
})
