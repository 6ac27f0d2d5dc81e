/** The live socket of a desk: it only speaks. Who may listen is asked before the upgrade, and again all the time. */

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import websocket from '@fastify/websocket'
import Type from 'typebox'
import type { Parts } from '../app.ts'
import { feed } from '../events/feed.ts'
import type { Metrics } from '../guard/metrics.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { allow } from '../identity/allow.ts'
import { refuse } from '../refusal.ts'
import { makeRoom } from './live-room.ts'

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
    identity,
    log,
    sockets: metrics.sockets,
    last: () => store.read(organisation, (view) => view.log.last()),
  })

  app.get(
    '/api/desk/live',
    {
      websocket: true,
      config: { glance: true },
      preValidation: [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)],
      schema: { querystring: Type.Object({ after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })) }) },
      preHandler: async (request) => {
        if (!request.ws) refuse('not-found')
        await allow(parts, request.staff, 'live.listen')
      },
    },
    (socket, request) => {
      const after = Number(request.query.after ?? 0)
      room.enter(socket, request.staff.session, (signal) => feed(store, organisation, after, signal))
    },
  )
}
