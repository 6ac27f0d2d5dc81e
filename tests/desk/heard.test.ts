/** What the desk's ear has heard: events by their own frames only, whatever a heartbeat says first. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listen } from '../../desk/net/live.ts'

class Socket {
  static last: Socket
  onmessage: ((frame: { data: string }) => void) | null = null
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  readonly address: URL
  constructor(address: URL) {
    this.address = address
    Socket.last = this
  }
  says(type: string, number: number) {
    this.onmessage?.({ data: JSON.stringify({ type, number }) })
  }
  close() {}
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Socket)
  vi.stubGlobal('location', { href: 'http://localhost/desk/' })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function ear() {
  const heard: number[] = []
  const missed = vi.fn()
  const stop = listen({
    after: 4,
    heard: ({ number }) => heard.push(number),
    missed,
    alive: () => {},
    state: () => {},
    mayContinue: async () => true,
  })
  return { heard, missed, stop }
}

describe('a heartbeat that overtakes an event', () => {
  it('makes the desk look, and the event is heard all the same when it comes', () => {
    const { heard, missed, stop } = ear()
    Socket.last.says('heartbeat', 5)
    expect(missed).toHaveBeenCalledTimes(1)
    Socket.last.says('request-taken', 5)
    Socket.last.says('request-taken', 5)
    Socket.last.says('heartbeat', 5)
    expect(heard).toEqual([5])
    expect(missed).toHaveBeenCalledTimes(1)
    stop()
  })

  it('does not make the desk skip it when the line breaks before it comes', async () => {
    const { heard, stop } = ear()
    const first = Socket.last
    first.says('heartbeat', 5)
    first.onclose?.()
    await vi.runOnlyPendingTimersAsync()
    expect(Socket.last).not.toBe(first)
    expect(Socket.last.address.searchParams.get('after')).toBe('4')
    Socket.last.says('request-taken', 5)
    expect(heard).toEqual([5])
    stop()
  })
})
