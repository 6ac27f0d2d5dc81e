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

const REFUSAL = (status: string, code: string) => {
  const body = JSON.stringify({
    type: `urn:kynnys:problem:${code}`,
    title: code,
    status: Number(status.slice(0, 3)),
    code,
  })
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${body.length}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

/**
 * What is not HTTP, or comes too slowly, is answered once and closed. A line on which nothing was asked gets no word:
 * browsers open lines beforehand, and one would take it for the answer to what it asks next.
 */
function answerBroken(error: Error & { code?: string }, socket: Socket) {
  if (!socket.writable || socket.bytesWritten > 0 || socket.bytesRead === 0) return void socket.destroy()
  if (error.code === 'HPE_HEADER_OVERFLOW')
    socket.end(REFUSAL('431 Request Header Fields Too Large', 'too-large'))
  else socket.end(REFUSAL('400 Bad Request', 'malformed-body'))
}

/** Makes one server for each address that is listened on. @param patience what differs from ours */
export function makeServer(maxConnections: number, patience: Partial<typeof PATIENCE> = {}) {
  return (handler: (request: IncomingMessage, response: ServerResponse) => void) => {
    const server = createServer({ ...PATIENCE, ...patience }, handler as RequestListener)
    server.setTimeout(SILENCE)
    server.maxConnections = maxConnections
    server.on('clientError', answerBroken)
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
