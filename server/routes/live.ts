/** The live socket of a desk: it only speaks. Who may listen is asked before the upgrade, and again all the time. */

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import websocket from '@fastify/websocket'
import Type from 'typebox'
import { feed } from '../events/feed.ts'
import type { Metrics } from '../guard/metrics.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { allow } from '../identity/enforce.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { makeRoom } from './live-room.ts'
import { answers } from './schemas.ts'

/** Anything a desk says is too much. */
const LONGEST_WORD = 256
/** A frame that is none, a line that broke: no error of ours, and nobody may fill the log with it. */
const THEIRS = /^(WS_ERR_|ECONN|EPIPE)/

export const live: FastifyPluginAsyncTypebox<{ parts: Parts; metrics: Metrics }> = async (
  app,
  { parts, metrics },
) => {
  const { config, identity, organisation, store, log } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  await app.register(websocket, {
    options: { maxPayload: LONGEST_WORD, perMessageDeflate: false },
    preClose: async () => room.close(),
    errorHandler: (error: Error & { code?: string }, socket, request) => {
      if (!THEIRS.test(error.code ?? '')) request.log.error({ err: error })
      socket.terminate()
    },
  })
  const room = makeRoom({
    most: config.mostSockets,
    identity,
    log,
    sockets: metrics.sockets,
    last: () => store.read(organisation, (view) => view.log.last()),
  })

  app.route({
    method: 'GET',
    url: '/api/desk/live',
    config: { glance: true },
    preValidation: [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)],
    schema: {
      tags: ['desk'],
      security: [{ session: [] }],
      summary: 'WebSocket: the event log of the organisation from `after` on, in order, each once',
      querystring: Type.Object({ after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })) }),
      response: answers({ 101: { description: 'events and heartbeats, as text frames of JSON' } }),
    },
    preHandler: async (request) => {
      if (!request.ws) refuse('not-found')
      await allow(parts, request.staff, 'live.listen')
    },
    // two handlers and not `websocket: true`, which would hide the socket from the contract
    handler: async () => refuse('not-found'),
    wsHandler: (socket, request) => {
      const { after = '0' } = request.query as { after?: string }
      room.enter(socket, request.staff.session, (signal) => feed(store, organisation, Number(after), signal))
    },
  })
}
