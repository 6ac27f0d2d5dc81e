/** Asks a server as fast as it answers, with so little work of its own that the server is what is measured. */
import { connect, type Socket } from 'node:net'

/** A request as it goes over the line, made beforehand. */
export const written = (
  { method, path, headers = {} }: { method: string; path: string; headers?: Record<string, string> },
  body?: unknown,
): Buffer => {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = Object.entries({
    host: 'localhost',
    ...headers,
    ...(text && { 'content-type': 'application/json' }),
    'content-length': String(Buffer.byteLength(text)),
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`)
}

/** Waits for one whole answer. @returns its status */
function answerOn(socket: Socket): Promise<number> {
  let text = ''
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      socket.off('data', hear)
      socket.off('close', lost)
      settle()
    }
    const hear = (part: Buffer) => {
      text += part.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (text.length < end + 4 + length) return
      done(() => resolve(Number(text.slice(9, 12))))
    }
    const lost = () => done(() => reject(new Error('The line was lost before an answer came.')))
    socket.on('data', hear)
    socket.on('close', lost)
  })
}

/**
 * Sends all requests over so many lines, each line one after another.
 * @returns answers a second, and how many had another status than the one wanted
 */
export async function load(
  port: number,
  requests: readonly Buffer[],
  { lines, wanted }: { lines: number; wanted: number },
): Promise<{ rate: number; other: number }> {
  let next = 0
  let other = 0
  const line = async () => {
    const socket = connect(port, 'localhost').setNoDelay(true)
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    while (next < requests.length) {
      const answer = answerOn(socket)
      socket.write(requests[next++] as Buffer)
      if ((await answer) !== wanted) other += 1
    }
    socket.destroy()
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: lines }, line))
  return { rate: requests.length / ((performance.now() - began) / 1000), other }
}
