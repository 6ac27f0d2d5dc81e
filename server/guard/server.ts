/** The HTTP server itself: how long anybody may take, how much may be open. Fastify’s own defaults wait for ever. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const SECOND = 1000

/** Times in milliseconds; a slow sender is closed within ten seconds, and looked for every second. */
export const PATIENCE = {
  headersTimeout: 8 * SECOND,
  requestTimeout: 10 * SECOND,
  connectionsCheckingInterval: SECOND,
  keepAliveTimeout: 5 * SECOND,
  // a browser sends the cookies of the whole site along, those of consent and single sign-on among them
  maxHeaderSize: 48 * 1024,
}
/** A socket that is silent so long is closed; a live socket lifts it for itself. */
const SILENCE = 15 * SECOND

/** Bodies of the contract are far smaller. */
export const BODY_LIMIT = 16 * 1024

/** What stands in the answer: its heads but the common ones, and its body. */
type Told = { heads: Record<string, string>; body: string }
/** What a person reads at an address, where people ask and not programs. */
export type PageAt = (url: string) => Promise<Told> | undefined

const problem = (status: number, code: string): Told => ({
  heads: { 'content-type': 'application/problem+json; charset=utf-8' },
  body: JSON.stringify({ type: `urn:kynnys:problem:${code}`, title: code, status, code }),
})

function asHttp(status: string, { heads, body }: Told) {
  const all = {
    ...heads,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${[`HTTP/1.1 ${status}`, ...head].join('\r\n')}\r\n\r\n${body}`
}

/** The address that was asked for, as far as it can be read. */
const askedFor = (packet: Buffer | undefined) =>
  /^\w+ +(\S+)/.exec(packet?.toString('latin1', 0, 4096) ?? '')?.[1] ?? ''

type Broken = Error & { code?: string; rawPacket?: Buffer }

/**
 * What is not HTTP, or comes too slowly, is answered once and closed. A line on which nothing was asked gets no word:
 * browsers open lines beforehand, and one would take it for the answer to what it asks next.
 */
function answerBroken(error: Broken, socket: Socket, pageAt: PageAt) {
  if (!socket.writable || socket.bytesWritten > 0 || socket.bytesRead === 0) return void socket.destroy()
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW'
  const status = isLarge ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const plain = isLarge ? problem(431, 'too-large') : problem(400, 'malformed-body')
  const end = (told: Told) => void socket.end(asHttp(status, told))
  const page = pageAt(askedFor(error.rawPacket))
  if (page) page.then(end, () => end(plain))
  else end(plain)
}

/**
 * A client that takes us for its proxy names the whole address (RFC 9112, 3.2.2): its host is the one that is meant, and
 * whatever comes after reads a path.
 */
function readWholeAddress(request: IncomingMessage) {
  const [, host, path] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(request.url ?? '') ?? []
  if (!host) return
  request.url = path?.startsWith('/') ? path : `/${path}`
  request.headers.host = host
}

const NOWHERE: PageAt = () => undefined

/** Makes one server for each address that is listened on. @param patience what differs from ours */
export function makeServer(
  maxConnections: number,
  { pageAt = NOWHERE, ...patience }: Partial<typeof PATIENCE> & { pageAt?: PageAt } = {},
) {
  return (handler: (request: IncomingMessage, response: ServerResponse) => void) => {
    const answer: RequestListener = (request, response) => {
      readWholeAddress(request)
      handler(request, response)
    }
    const server = createServer({ ...PATIENCE, ...patience }, answer)
    server.setTimeout(SILENCE)
    server.maxConnections = maxConnections
    server.on('clientError', (error: Broken, socket: Socket) => answerBroken(error, socket, pageAt))
    // Node takes its own limits from whoever asks for another protocol; a live socket lifts this one too
    server.on('upgrade', (_request, socket: Socket) => socket.setTimeout(SILENCE, () => socket.destroy()))
    return server
  }
}

/** Who asks for another protocol and gets an answer instead has no limits of Node's any more: it is closed. */
const closeUpgrade = ({ headers, socket }: IncomingMessage) => {
  if (headers.upgrade !== undefined) socket.destroySoon?.()
}

export function closeAnsweredUpgrades(app: FastifyInstance) {
  app.addHook('onResponse', async ({ raw }) => closeUpgrade(raw))
}

/** The same for an address that cannot even be routed: no hook hears of it. */
export const closeWhenAnswered = (request: IncomingMessage, response: ServerResponse) =>
  response.once('finish', () => closeUpgrade(request))
