/** Documents are read at the public address: who comes by another name of the server would be refused only at Send. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'

/** What people open besides the chat; programs, probes and files are served by every name. */
const DOCUMENT = /^\/+(desk\/*)?$/i
const pathOf = (url: string) => url.split(/[?#]/, 1)[0] ?? ''

/**
 * A proxy that tells the name it calls us by instead of the one that was asked for would send people round for ever. Who is
 * led away so often in so short a time is served where they are.
 */
const ROUNDS = 5
const SOON = 5000
/** So many are remembered. */
const MOST = 1000

function countRounds(clock: Clock) {
  const rounds = new Map<string, { from: number; count: number }>()
  return (key: string) => {
    const now = clock.now()
    const old = rounds.get(key)
    const round = old && now - old.from < SOON ? old : { from: now, count: 0 }
    round.count++
    rounds.delete(key)
    rounds.set(key, round)
    if (rounds.size > MOST) rounds.delete(rounds.keys().next().value as string)
    return round.count
  }
}

/**
 * Plain http is known only from a trusted proxy that says so (what others say is gone by now: `forwarded.ts`): without one the
 * line in front of us is not ours to see.
 */
function isByAnotherName(request: FastifyRequest, publicOrigin: string): boolean {
  const { host, protocol } = new URL(publicOrigin)
  const saysHttp = request.headers['x-forwarded-proto'] === 'http'
  // a name of the default port is the name without it
  const named = request.host.toLowerCase().replace(protocol === 'https:' ? /:443$/ : /:80$/, '')
  return named !== host || (saysHttp && protocol === 'https:')
}

/**
 * With a public address, reads of documents by another name are led there. The host is what the trusted proxies say it is,
 * and the way leads to the configured origin alone.
 * @param isOfChat is it an address of the chat, in any spelling?
 */
export function leadToPublicName(
  app: FastifyInstance,
  { publicOrigin }: Config,
  clock: Clock,
  isOfChat: (url: string) => boolean,
) {
  if (publicOrigin === undefined) return
  const roundsOf = countRounds(clock)
  app.addHook('onRequest', async (request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const { url } = request
    const isDocument = isOfChat(url) || DOCUMENT.test(pathOf(url))
    if (!reads || request.ws || !isDocument || !isByAnotherName(request, publicOrigin)) return undefined
    const count = roundsOf([request.method, request.host, request.url].join(' '))
    if (count > ROUNDS) {
      if (count === ROUNDS + 1) request.log.warn({ says: 'host-not-passed-on' })
      return undefined
    }
    const path = request.url.replace(/^\/*/, '/').replace(/[^\x21-\x7e]/g, encodeURIComponent)
    reply.header('cross-origin-resource-policy', 'cross-origin')
    return reply.redirect(publicOrigin + path, 308)
  })
}
