/** All live sockets of this process: one heart for them, one look at their sessions. */
import type { WebSocket } from 'ws'
import type { Event, Heartbeat } from '#core/contract/event.ts'
import type { Identity } from '../identity/sessions.ts'

/** Close codes: our own for an ended session, the standard’s for a restart, for too slow a reader and too many, and for talking. */
export const CLOSED = {
  sessionEnded: 4001,
  restarting: 1001,
  tooSlow: 1013,
  tooMany: 1013,
  spoke: 1008,
} as const

/** A browser cannot see a ping, so a frame beats too; a socket that does not answer a ping is gone. */
const BEAT = 10_000
/** A session that ended in another process is found so soon. */
const LOOK = 2000
/** A desk so far behind is sent away: it comes again and catches up from the table. */
const MOST_WAITING = 1_000_000

/** Bytes of text are text to the browser. */
const AS_TEXT = { binary: false }

type Guest = { socket: WebSocket; session: string; leave: AbortController; answered: boolean }
type RoomDeps = {
  /** desks that one session may have open: one in each tab, and not a server full of them */
  most: number
  identity: Identity
  log: { error(entry: object): void }
  sockets: { inc(): void; dec(): void }
  last(): Promise<number>
}

/** All desks hear the same words: each event is written once, as bytes, however many listen. */
const written = new WeakMap<Event, Buffer>()
const frameOf = (event: Event): Buffer => {
  const known = written.get(event) ?? Buffer.from(JSON.stringify(event))
  written.set(event, known)
  return known
}

export function makeRoom({ most, identity, log, sockets, last }: RoomDeps) {
  const guests = new Set<Guest>()
  let closed = false
  const failed = (err: unknown) => log.error({ err })

  function close(guest: Guest, code: number) {
    guest.leave.abort()
    guest.socket.close(code)
  }
  async function beat() {
    const heartbeat: Heartbeat = { type: 'heartbeat', number: await last() }
    const frame = JSON.stringify(heartbeat)
    for (const guest of guests) {
      if (!guest.answered) guest.socket.terminate()
      guest.answered = false
      guest.socket.ping()
      guest.socket.send(frame)
    }
  }
  async function look() {
    const living = await identity.alive([...new Set([...guests].map(({ session }) => session))])
    for (const guest of guests) if (!living.has(guest.session)) close(guest, CLOSED.sessionEnded)
  }
  const every = (time: number, act: () => Promise<void>) =>
    setInterval(() => guests.size && act().catch(failed), time).unref()
  const timers = [every(BEAT, beat), every(LOOK, look)]
  const deaf = identity.onEnd((session) => {
    for (const guest of guests) if (guest.session === session) close(guest, CLOSED.sessionEnded)
  })

  async function speak(guest: Guest, events: AsyncIterable<Event>) {
    for await (const event of events) {
      if (guest.socket.bufferedAmount > MOST_WAITING) return close(guest, CLOSED.tooSlow)
      guest.socket.send(frameOf(event), AS_TEXT)
    }
  }

  return {
    /** @param listen events from where the desk stands, until the signal */
    enter(socket: WebSocket, session: string, listen: (signal: AbortSignal) => AsyncIterable<Event>) {
      if (closed) return socket.close(CLOSED.restarting)
      // another tab of the same person: it comes again by and by, and one that was closed has left room
      if ([...guests].filter((guest) => guest.session === session).length >= most)
        return socket.close(CLOSED.tooMany)
      const guest: Guest = { socket, session, leave: new AbortController(), answered: true }
      guests.add(guest)
      sockets.inc()
      socket.on('pong', () => {
        guest.answered = true
      })
      socket.on('message', () => close(guest, CLOSED.spoke))
      socket.on('error', () => socket.terminate())
      socket.on('close', () => {
        guest.leave.abort()
        if (guests.delete(guest)) sockets.dec()
      })
      speak(guest, listen(guest.leave.signal)).catch((err) => {
        if (!guest.leave.signal.aborted) failed(err)
        close(guest, CLOSED.restarting)
      })
    },
    /** The server is stopping: every desk is told to come again. */
    close() {
      closed = true
      deaf()
      for (const timer of timers) clearInterval(timer)
      for (const guest of guests) close(guest, CLOSED.restarting)
    },
  }
}
