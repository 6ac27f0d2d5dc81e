/** Many desks that only listen: bare lines, so that what is measured is the server and not its listeners. */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const opening = (port: number, path: string, headers: Record<string, string>) =>
  [
    `GET ${path} HTTP/1.1`,
    `host: localhost:${port}`,
    'upgrade: websocket',
    'connection: upgrade',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')

function open(port: number, path: string, headers: Record<string, string>): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost')
    socket.once('connect', () => socket.write(opening(port, path, headers)))
    socket.once('error', reject)
    socket.once('data', (answer: Buffer) => {
      if (answer.toString('latin1', 0, 12) === 'HTTP/1.1 101') resolve(socket)
      else reject(new Error(`A desk was not let in: ${answer.toString('latin1', 0, 200)}`))
    })
  })
}

export type Desks = {
  /** settles, with the milliseconds it took, when all of them have heard the words that the act makes the server say */
  hear(words: string, act: () => Promise<unknown>): Promise<number>
  close(): void
}

/** @param headers of the one session that they all have */
export async function desks(
  port: number,
  count: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<Desks> {
  const sockets: Socket[] = []
  for (let at = 0; at < count; at += 50)
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(50, count - at) }, () => open(port, path, headers)),
      )),
    )
  let waited = ''
  let missing = 0
  let heard = () => {}
  for (const socket of sockets) {
    let told = ''
    socket.on('data', (part: Buffer) => {
      if (waited === '' || told === waited || !part.includes(waited)) return
      told = waited
      missing -= 1
      if (missing === 0) heard()
    })
  }
  return {
    async hear(words, act) {
      waited = words
      missing = sockets.length
      const all = new Promise<void>((resolve) => {
        heard = resolve
      })
      const began = performance.now()
      await Promise.all([act(), all])
      return performance.now() - began
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
