/** Plain bytes on a socket, never longer than two seconds: HTTP without the politeness of a library. */
import { connect } from 'node:net'

/** A socket is ours to close: whatever the server does, it is gone by then. */
const LONGEST = 2000
/** So long after the last word nobody is waited for. It proves nothing: it only lets the next one speak. */
const SILENCE = 400

export type Said = {
  /** all that came back */
  came: string
  /** the server did not close, though we had said our last, and we did */
  isOurs: boolean
}

/**
 * Says bytes on a new connection.
 * @param then said as soon as the server has answered once
 */
export function say(url: string, bytes: Buffer, then?: Buffer): Promise<Said> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    const came: Buffer[] = []
    let isOurs = false
    const end = setTimeout(() => {
      isOurs = true
      socket.destroy()
    }, LONGEST)
    socket.setTimeout(SILENCE, () => socket.end())
    socket.on('data', (piece) => {
      if (came.push(piece) === 1 && then) socket.write(then)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(end)
      resolve({ came: Buffer.concat(came).toString('latin1'), isOurs })
    })
    socket.write(bytes)
  })
}

/** Does it for all, so many at a time. */
export async function eachOf<Item>(items: Item[], most: number, act: (item: Item) => Promise<void>) {
  const waiting = items[Symbol.iterator]()
  const one = async () => {
    for (const item of waiting) await act(item)
  }
  await Promise.all(Array.from({ length: most }, one))
}

/** Statuses of the answers in what came back. */
export const statusesIn = (came: string): number[] =>
  [...came.matchAll(/HTTP\/1\.\d (\d{3})/g)].map(([, status]) => Number(status))
