/** How a person looks at the queue, kept for that person alone. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { forgetView, keepView, setDesk, viewsOf } from '../callbacks/queue/views.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { allow } from '../identity/enforce.ts'
import type { Parts } from '../parts.ts'
import { answers, Nothing, RequestId, ref } from './schemas.ts'

const about = { tags: ['desk'], security: [{ session: [] }] }
const VIEWS = '/api/desk/views'
const ONE = `${VIEWS}/:view`
const params = Type.Object({ view: RequestId })
const done = answers({ 204: Nothing })

export const viewRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, deps } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const preHandler = [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)]

  app.get(
    VIEWS,
    {
      config: { glance: true },
      preHandler,
      schema: {
        ...about,
        summary: 'My views of the queue, and how my desk stands',
        response: answers({ 200: ref('DeskViews') }),
      },
    },
    async ({ staff }) => {
      await allow(parts, staff, 'queue.read')
      return viewsOf(deps, staff)
    },
  )
  app.put(
    ONE,
    {
      preHandler,
      schema: {
        ...about,
        params,
        body: ref('ViewTold'),
        summary: 'Keep a view under a name: eight at most; told again it is the same',
        response: done,
      },
    },
    async ({ staff, params: { view }, body }, reply) => {
      await allow(parts, staff, 'queue.read')
      await keepView(deps, staff, view, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    ONE,
    { preHandler, schema: { ...about, params, summary: 'Forget one of my views', response: done } },
    async ({ staff, params: { view } }, reply) => {
      await allow(parts, staff, 'queue.read')
      await forgetView(deps, staff, view)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/api/desk/settings',
    {
      preHandler,
      schema: {
        ...about,
        body: ref('DeskSettings'),
        summary: 'How my desk stands: rows, keys, the view that was used last',
        response: done,
      },
    },
    async ({ staff, body }, reply) => {
      await allow(parts, staff, 'queue.read')
      await setDesk(deps, staff, body)
      return reply.code(204).send(null)
    },
  )
}
