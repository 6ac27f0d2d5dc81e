/** Real sockets that send slowly, too much or nonsense: closed, while everybody else is served. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, PATIENCE } from '../../../server/guard/server.ts'
import { build, type TestApp } from '../../support/app.ts'
import { line } from '../../support/hostile/slow-line.ts'
import { until } from '../../support/process.ts'

describe('slow and broken senders', () => {
  let test: TestApp
  let port = 0
  beforeAll(async () => {
    test = await build({ listen: true, env: { MAX_CONNECTIONS: '50' } })
    port = Number(new URL(test.url).port)
  })
  afterAll(() => test.close())

  it('has no patience without end, as the framework’s own servers have', () => {
    expect(Fastify().server.requestTimeout).toBe(0)
    expect(PATIENCE).toMatchObject({ headersTimeout: 8000, requestTimeout: 10_000, keepAliveTimeout: 5000 })
    expect(test.app.server).toMatchObject({
      headersTimeout: 8000,
      requestTimeout: 10_000,
      maxConnections: 50,
      timeout: 15_000,
    })
  })

  it('answers what is not HTTP once, and closes', async () => {
    for (const nonsense of [
      '\r\n\r\nhello\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(60_000)}\r\n\r\n`,
    ]) {
      const broken = line(port, nonsense)
      await until('it is closed', broken.closed)
      expect(broken.text()).toMatch(/^HTTP\/1\.1 4\d\d [\s\S]*problem\+json/)
    }
  })

  it.each([
    ['a head without end', `GET /chat/fi HTTP/1.1\r\nhost: a\r\ncookie: ${'y'.repeat(60_000)}\r\n\r\n`, 431],
    [
      'a sign that no head may have',
      'GET /chat/sv?station=laukaa HTTP/1.1\r\nhost: a\r\nx: \u0001\r\n\r\n',
      400,
    ],
    ['a word that is no method', 'FETCH /%63hat/en HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['a version that does not exist', 'GET /chat HTTP/9.9\r\nhost: a\r\n\r\n', 400],
  ])('tells a person the numbers under the chat’s address: %s', async (_what, sent, status) => {
    const broken = line(port, sent)
    await until('it is closed', broken.closed)
    const text = broken.text()
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(text).toContain('content-type: text/html; charset=utf-8')
    expect(text).toContain('frame-ancestors')
    for (const number of ['112', '116117']) expect(text).toContain(`href="tel:${number}"`)
  })

  it('reads the whole address of a client that takes it for its proxy, and believes its host', async () => {
    for (const [asked, found] of [
      ['http://neuvonta.example.fi/healthz', 200],
      ['HTTP://neuvonta.example.fi/chat/fi?station=laukaa', 200],
      ['http://neuvonta.example.fi', 200],
      ['http://neuvonta.example.fi/nowhere', 404],
    ] as const) {
      const whole = line(port, `GET ${asked} HTTP/1.1\r\nhost: other\r\nconnection: close\r\n\r\n`)
      await until('it is answered', whole.closed)
      expect(whole.text(), asked).toMatch(new RegExp(`^HTTP/1\\.1 ${found} `))
    }
    const named = await build({
      listen: true,
      env: { PUBLIC_URL: 'https://neuvonta.example.fi', DATA_KEY: randomBytes(32).toString('base64') },
    })
    const at = Number(new URL(named.url).port)
    const own = 'host: neuvonta.example.fi'
    for (const [asked, found] of [
      ['http://vanha.example.fi/chat/fi', '308'],
      ['http://neuvonta.example.fi/chat/fi', '200'],
    ] as const) {
      const whole = line(at, `GET ${asked} HTTP/1.1\r\n${own}\r\nconnection: close\r\n\r\n`)
      await until('it is answered', whole.closed)
      expect(whole.text(), asked).toMatch(new RegExp(`^HTTP/1\\.1 ${found} `))
    }
    await named.close()
  })

  it('closes a line on which nothing was asked without a word: a browser would take it for its next answer', async () => {
    // what it does when its patience is over does not depend on how long that is
    const server = Object.assign(
      makeServer(7)(() => {}),
      { headersTimeout: 300, requestTimeout: 300 },
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const [silent, slow] = [line(port, ''), line(port, 'GET / HTTP/1.1\r\nhost:')]
    await until('both are closed', () => silent.closed() && slow.closed())
    server.close()
    expect(silent.text()).toBe('')
    expect(slow.text()).toMatch(/^HTTP\/1\.1 4\d\d [\s\S]*problem\+json/)
  })

  it('has room for so many and no more', async () => {
    const lines = Array.from({ length: 80 }, () => line(port, ''))
    await until(
      'those beyond the limit are closed',
      () => lines.filter(({ closed }) => closed()).length >= 30,
    )
    for (const { socket } of lines) socket.destroy()
    await until(
      'there is room again',
      async () => (await fetch(`${test.url}/healthz`).catch(() => undefined))?.status === 200,
    )
  })

  it('is made with the same patience for each address', () => {
    expect(makeServer(7)(() => {})).toMatchObject({ maxConnections: 7, requestTimeout: 10_000 })
  })
})
