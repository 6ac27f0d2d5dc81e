/** Reading a request beside opening it: the copy for the client system, and who has read it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { copied, readingsOf } from '../callbacks/reading/readings.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { writingDenials } from '../identity/denials.ts'
import type { Parts } from '../parts.ts'
import { answers, Nothing, RequestId, ref } from './schemas.ts'

const tags = ['desk']
const security = [{ session: [] }]
const ONE = '/api/desk/requests/:id'
const params = Type.Object({ id: RequestId })

export const readingRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, deps } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const preHandler = [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)]
  const denials = writingDenials(parts)

  app.post(
    `${ONE}/copied`,
    {
      preHandler,
      schema: {
        tags,
        security,
        params,
        summary: 'It is copied for the client system: a reading, which is recorded',
        response: answers({ 204: Nothing }),
      },
    },
    async ({ staff, params: { id } }, reply) =>
      reply.code(204).send(await denials(staff, 'request.copied', id, () => copied(deps, staff, id))),
  )

  app.get(
    `${ONE}/readings`,
    {
      preHandler,
      schema: {
        tags,
        security,
        params,
        summary: 'Who has read it: looking is recorded too',
        response: answers({ 200: ref('Readings') }),
      },
    },
    ({ staff, params: { id } }) => denials(staff, 'request.readings', id, () => readingsOf(deps, staff, id)),
  )
}
