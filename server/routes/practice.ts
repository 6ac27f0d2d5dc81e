/** To the practice desk, and, there, a fresh set of invented requests. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isPractice } from '#core/request/practice.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { setPractice, signedIn } from '../guard/session.ts'
import { allow } from '../identity/enforce.ts'
import type { Parts } from '../parts.ts'
import { enterPractice } from '../practice/enter.ts'
import { fillPractice } from '../practice/fill.ts'
import { answers, Nothing } from './schemas.ts'

export const practiceRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, store, organisation, clock, content } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const deps = { store, organisation, clock, content }

  app.post(
    '/api/practice',
    {
      preHandler: [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)],
      schema: {
        ...{ tags: ['desk'], security: [{ session: [] }] },
        summary: 'To the practice desk, with a session there; asked there, a fresh set of invented requests',
        response: answers({ 204: Nothing }),
      },
    },
    async ({ staff }, reply) => {
      await allow(parts, staff, 'queue.read')
      if (isPractice(organisation)) await fillPractice(deps)
      else setPractice(reply, secure, await enterPractice(deps, staff))
      return reply.code(204).send(null)
    },
  )
}
