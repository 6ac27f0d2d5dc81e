/** The live socket: hears that something changed, never what. Reconnects from the last number it has heard. */

import type { Event, Heartbeat } from '#core/contract/event.ts'
import { from } from './practice.ts'

export type LiveState = 'connecting' | 'open' | 'lost'

/** No frame, not even a heartbeat, for so long: the connection is dead though the browser has not noticed. */
const SILENCE_MS = 30_000
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

type Options = {
  /** the number of the state on the screen: the log is heard from the next on */
  after: number
  heard(event: Event): void
  /** something came: until now nothing was missed */
  alive(): void
  /** the heartbeat names a number that has not come: its event is late, or lost */
  missed(): void
  state(state: LiveState): void
  /** the connection was lost: is there still a session? False ends the listening */
  mayContinue(): Promise<boolean>
}

const address = (after: number) => {
  const url = new URL(from(`/api/desk/live?after=${after}`), location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url
}

/** Doubles up to the longest wait, with a random part, so that desks do not return all at once after a server’s restart. */
export const backoff = (failures: number, random = Math.random()) =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures) * (0.5 + random / 2)

/** Listens until the returned function is called. */
export function listen(options: Options): () => void {
  let last = options.after
  let failures = 0
  let socket: WebSocket | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const heardSomething = () => {
    clearTimeout(silence)
    silence = setTimeout(lost, SILENCE_MS)
  }
  const receive = (frame: MessageEvent<string>) => {
    heardSomething()
    options.alive()
    const message = JSON.parse(frame.data) as Event | Heartbeat
    if (message.number <= last) return
    // a heartbeat may overtake events that are on their way: only an event that came has been heard
    if (message.type === 'heartbeat') return options.missed()
    last = message.number
    options.heard(message)
  }
  const opened = () => {
    failures = 0
    options.state('open')
    heardSomething()
  }
  const drop = () => {
    clearTimeout(silence)
    clearTimeout(retry)
    const old = socket
    socket = undefined
    if (!old) return
    old.onopen = old.onmessage = old.onclose = null
    old.close()
  }
  const connect = () => {
    drop()
    socket = new WebSocket(address(last))
    socket.onopen = opened
    socket.onmessage = receive
    socket.onclose = lost
    heardSomething() // a handshake may hang as well
  }
  const tryAgain = async () => {
    if (stopped) return
    if (await options.mayContinue()) {
      if (!stopped) connect()
    } else stop()
  }
  const lost = () => {
    drop()
    options.state('lost')
    retry = setTimeout(() => void tryAgain(), backoff(failures++))
  }
  // The browser’s word that the network is back is only a hint to try now.
  const now = () => {
    if (socket?.readyState === WebSocket.OPEN || stopped) return
    failures = 0
    void tryAgain()
  }
  const stop = () => {
    stopped = true
    removeEventListener('online', now)
    drop()
  }
  addEventListener('online', now)
  options.state('connecting')
  connect()
  return stop
}
