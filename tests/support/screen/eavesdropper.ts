/** A proxy that a whole browser goes through: it sees every request of every frame, to whatever host, and its body. */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = { method: string; url: string; body: string }
export type Eavesdropper = { address: string; heard: Heard[]; close(): Promise<void> }

const wholeOf = async (message: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of message) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Starts it on a free port. What is encrypted or leaves this machine is heard by its host, and refused. */
export async function eavesdropper(): Promise<Eavesdropper> {
  const heard: Heard[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/')
    const body = await wholeOf(request)
    heard.push({ method: request.method ?? '', url: url.href, body: body.toString() })
    if (!['localhost', '127.0.0.1'].includes(url.hostname)) return response.writeHead(403).end()
    const onward = ask(url, { method: request.method, headers: request.headers })
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.once('error', () => response.destroy())
    onward.end(body)
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.on('connect', (request, socket) => {
    heard.push({ method: 'CONNECT', url: `https://${request.url}`, body: '' })
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
