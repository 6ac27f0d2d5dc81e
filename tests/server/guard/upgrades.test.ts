/** Whoever asks for another protocol gets no line for ever: what is not the live socket is answered and closed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type TestApp } from '../../support/app.ts'
import { upgrade } from '../../support/hostile/frames.ts'
import { say } from '../../support/hostile/wire.ts'

describe('an upgrade', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await build({ listen: true })
  })
  afterAll(() => test.close())

  it.each([
    ['GET /healthz HTTP/1.1', 200],
    ['GET /chat/fi HTTP/1.1', 200],
    ['GET /nowhere HTTP/1.1', 404],
    ['GET /%zz HTTP/1.1', 404],
    ['POST /api/desk/live HTTP/1.1', 405],
    ['POST /api/callback-requests HTTP/1.1', 400],
    ['GET /api/desk/live HTTP/1.1', 401],
  ])('of %s is answered with %i and closed', async (line, status) => {
    const { came, isOurs } = await say(test.url, upgrade(test.url, {}, line))
    expect(came).toContain(`HTTP/1.1 ${status} `)
    expect(isOurs).toBe(false)
  })

  it('that speaks no WebSocket afterwards is closed, and is no error of ours in the log', async () => {
    const { headers } = await test.signIn('helmi')
    const { came, isOurs } = await say(test.url, upgrade(test.url, headers), Buffer.from([0xff, 0xff, 0xff]))
    expect(came).toContain('HTTP/1.1 101 ')
    expect(isOurs).toBe(false)
    expect(test.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
