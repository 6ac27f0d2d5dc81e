/** A desk's whole line to the servers, which can be closed, reset or made silent while the desk looks on. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export const CUTS = ['close', 'reset', 'stall'] as const
export type Cut = (typeof CUTS)[number]

type Pair = { near: Socket; far: Socket; silent: boolean }

export type Line = {
  /** what the desk takes for the server */
  url: string
  /** cuts every connection that there is now; new ones go through. @returns how many were cut */
  cut(how: Cut): number
  close(): Promise<void>
}

const ends: Record<Cut, (pair: Pair) => void> = {
  close: ({ near, far }) => {
    near.end()
    far.end()
  },
  reset: ({ near, far }) => {
    near.resetAndDestroy()
    far.resetAndDestroy()
  },
  // both ends go on believing in the connection, as after a change of network
  stall: (pair) => {
    pair.silent = true
  },
}

/**
 * @param port asked anew at each connection: whichever server is there now
 * @param lag so many ms lie between two pieces from the server: a slow reader
 */
export async function lineThatBreaks(port: () => number, lag = 0): Promise<Line> {
  const pairs = new Set<Pair>()
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const pair = { near, far: connect(port(), 'localhost'), silent: false }
    const { far } = pair
    pairs.add(pair)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(one)
          pairs.delete(pair)
          // what became silent tells the other end nothing
          if (!pair.silent) other.destroy()
        })
      one.on('data', (piece) => pair.silent || other.write(piece))
    }
    if (lag > 0)
      far.on('data', () => {
        far.pause()
        setTimeout(() => far.resume(), lag)
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut(how) {
      const now = [...pairs].filter(({ silent }) => !silent)
      for (const pair of now) ends[how](pair)
      return now.length
    },
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
