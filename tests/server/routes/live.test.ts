/** The live socket: what a desk hears, when it is refused, when it is cut. Real sockets on both databases. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Event } from '#core/contract/event.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { until } from '../../support/process.ts'

type Ear = {
  socket: WebSocket
  events: Event[]
  closed: () => number | undefined
  refused: () => number | undefined
}

function listen(url: string, headers: Record<string, string>, after = 0): Ear {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/desk/live?after=${after}`, { headers })
  const events: Event[] = []
  let closed: number | undefined
  let refused: number | undefined
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data))
    if (frame.type !== 'heartbeat') events.push(frame)
  })
  socket.on('close', (code) => {
    closed = code
  })
  socket.on('unexpected-response', (_request, response) => {
    refused = response.statusCode
    socket.terminate()
  })
  socket.on('error', () => {})
  return { socket, events, closed: () => closed, refused: () => refused }
}

/** A desk that comes again until there is room for it. */
async function untilOne(open: () => Ear): Promise<Ear> {
  for (;;) {
    const ear = open()
    await until('it listens or is sent away', () => ear.events.length > 0 || ear.closed() !== undefined)
    if (ear.closed() === undefined) return ear
  }
}

describe.each(['sqlite', 'postgres'] as const)('live (%s)', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await build({ engine, listen: true })
  })
  afterAll(() => test.close())

  const ask = () =>
    test.app.inject({
      method: 'POST',
      url: '/api/callback-requests',
      headers: test.own,
      payload: asking(test.content.current().revision),
    })
  const last = () => test.store.read(test.organisation, (view) => view.log.last())
  const ears = async (after?: number, more: Record<string, string> = {}) => {
    const { headers } = await test.signIn('helmi')
    return listen(test.url, { ...headers, ...more }, after ?? (await last()))
  }

  it('tells a desk what happens, and one that was away what it missed: once, in order', async () => {
    const start = await last()
    const first = await ears(start)
    await ask()
    await ask()
    await until('two events are heard', () => first.events.length === 2)
    const late = await ears(start)
    await until('the one who was away has caught up', () => late.events.length === 2)
    await ask()
    await until('both hear the third', () => first.events.length === 3 && late.events.length === 3)
    expect(late.events).toEqual(first.events)
    expect(first.events.map(({ number }) => number)).toEqual([start + 1, start + 2, start + 3])
    expect(Object.keys(first.events[0] ?? {}).sort()).toEqual(['area', 'at', 'number', 'request', 'type'])
    for (const ear of [first, late]) ear.socket.close()
  })

  it('lets one session open twenty desks and no more, and others none the fewer', async () => {
    const { headers } = await test.signIn('helmi')
    const all = Array.from({ length: 21 }, () => listen(test.url, headers))
    await until('one is sent away', () => all.some((ear) => ear.closed() !== undefined))
    expect(all.flatMap((ear) => ear.closed() ?? [])).toEqual([1013])
    const other = await ears()
    await ask()
    await until('another session hears', () => other.events.length > 0)
    all.find((ear) => ear.closed() === undefined)?.socket.terminate()
    const again = await untilOne(() => listen(test.url, headers))
    for (const ear of [...all, other, again]) ear.socket.close()
  })

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a subdomain of ours', { origin: 'http://x.localhost' }],
    ['no origin', { origin: '' }],
    ['no session', { cookie: '' }],
  ])('refuses %s before the upgrade', async (_what, more) => {
    const ear = await ears(0, more)
    await until('the answer', () => ear.refused() !== undefined)
    expect([401, 403]).toContain(ear.refused())
  })

  it('refuses an editor, who has no queue', async () => {
    const { headers } = await test.signIn('eetu')
    const ear = listen(test.url, headers)
    await until('the answer', () => ear.refused() !== undefined)
    expect(ear.refused()).toBe(403)
  })

  it('closes with 4001 when its person signs out', async () => {
    const { headers } = await test.signIn('aino')
    const ear = listen(test.url, headers, await last())
    await until('it is open', () => ear.socket.readyState === WebSocket.OPEN)
    await test.app.inject({ method: 'DELETE', url: '/api/session', headers })
    await until('it is closed', () => ear.closed() !== undefined)
    expect(ear.closed()).toBe(4001)
  })

  it('closes with 4001 when its person may no longer work here', async () => {
    const { headers } = await test.signIn('elias')
    const ear = listen(test.url, headers, await last())
    await until('it is open', () => ear.socket.readyState === WebSocket.OPEN)
    await test.store.record(test.organisation, (tx) => tx.people.setDisabled('demo-elias', 1))
    await until('it is closed', () => ear.closed() !== undefined)
    expect(ear.closed()).toBe(4001)
    expect((await test.app.inject({ url: '/api/session', headers })).statusCode).toBe(401)
  })

  it('only speaks: a desk that talks is sent away', async () => {
    const ear = await ears()
    await until('it is open', () => ear.socket.readyState === WebSocket.OPEN)
    ear.socket.send('{"take":"all"}')
    await until('it is closed', () => ear.closed() !== undefined)
    expect(ear.closed()).toBe(1008)
  })
})
