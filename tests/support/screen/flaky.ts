/** A proxy between a browser and a server that can be told to fail the way connections fail: on real sockets. */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of one request. */
export type Fate =
  /** goes through */
  | 'pass'
  /** never reaches the server */
  | 'refuse'
  /** reaches the server and is acted on; its answer does not come back */
  | 'lose'
  /** as `lose`, but the first half of the answer comes */
  | 'cut'
  /** reaches the server; its answer waits until `release` */
  | 'hold'
  /** is answered by somebody else on the way */
  | { status: number; headers?: Record<string, string>; body?: string }

export type Flaky = {
  url: string
  /** `METHOD path` of everything that came, in order */
  seen: string[]
  /** the fate of each request; everything passes until it is set */
  fate: (method: string, path: string) => Fate
  /** lets the held answers go */
  release(): void
  close(): Promise<void>
}

const wholeOf = async (message: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of message) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Asks the server itself, with the browser's own headers: it sees the proxy's host, as behind any proxy. */
function forward(target: string, request: IncomingMessage, body: Buffer) {
  return new Promise<{ answer: IncomingMessage; bytes: Buffer }>((resolve, reject) => {
    const onward = ask(new URL(request.url ?? '/', target), {
      method: request.method,
      headers: request.headers,
    })
    onward.once('error', reject)
    onward.once('response', (answer) => wholeOf(answer).then((bytes) => resolve({ answer, bytes }), reject))
    onward.end(body)
  })
}

/** Stands before `target` on a free port. */
export async function flaky(target: string): Promise<Flaky> {
  const held: (() => void)[] = []
  const proxy: Flaky = {
    url: '',
    seen: [],
    fate: () => 'pass',
    release: () => {
      for (const go of held.splice(0)) go()
    },
    close: async () => {
      proxy.release()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    // a browser quietly asks again when a connection that it has used before breaks: here each one is new
    response.shouldKeepAlive = false
    const method = request.method ?? 'GET'
    const { pathname } = new URL(request.url ?? '/', target)
    proxy.seen.push(`${method} ${pathname}`)
    const fate = proxy.fate(method, pathname)
    const body = await wholeOf(request)
    if (fate === 'refuse') return request.socket.destroy()
    if (typeof fate === 'object') return response.writeHead(fate.status, fate.headers).end(fate.body)
    const { answer, bytes } = await forward(target, request, body)
    if (fate === 'lose') return request.socket.destroy()
    if (fate === 'hold') await new Promise<void>((resolve) => held.push(resolve))
    response.writeHead(answer.statusCode ?? 502, {
      ...answer.headers,
      connection: 'close',
      'content-length': bytes.length,
    })
    if (fate !== 'cut') return response.end(bytes)
    response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy())
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()))
  proxy.url = `http://localhost:${(server.address() as AddressInfo).port}`
  return proxy
}
