/** Plain bytes on a socket: HTTP without the politeness of a library. Who waits, waits for the server's turns, not by the clock. */
import { connect } from 'node:net'

/** After so many turns of the server without a word nobody is waited for. It proves nothing: it only lets the next one speak. */
const SILENCE = 15
/** After so many the server does not close of itself: then we do. */
const LONGEST = 100
/** Milliseconds between two turns, so that counting them is not what the server does. */
const BETWEEN = 10

/** Called at each turn, by server. */
const waiting = new Map<string, Set<() => void>>()

async function count(url: string, acts: Set<() => void>) {
  while (acts.size > 0) {
    // a turn is over when the server has answered somebody who came later; one that has ended answers nobody
    await fetch(`${url}/healthz`).then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    )
    for (const act of [...acts]) act()
    await new Promise((resolve) => setTimeout(resolve, BETWEEN))
  }
  waiting.delete(url)
}

/** @returns ends it */
function atEachTurn(url: string, act: () => void): () => void {
  const acts = waiting.get(url) ?? new Set()
  acts.add(act)
  if (!waiting.has(url)) {
    waiting.set(url, acts)
    void count(url, acts)
  }
  return () => void acts.delete(act)
}

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
    let turns = 0
    const leave = atEachTurn(url, () => {
      if (socket.connecting || (then && came.length === 0)) return
      turns += 1
      if (turns === SILENCE) socket.end()
      if (turns < LONGEST) return
      isOurs = true
      socket.destroy()
    })
    socket.on('data', (piece) => {
      turns = turns < SILENCE ? 0 : SILENCE
      if (came.push(piece) > 1 || !then) return
      turns = 0
      socket.write(then)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      leave()
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
