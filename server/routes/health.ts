/** Is the process alive, do its dependencies answer, how is it doing. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { bearerOf, isToken } from '../guard/bearer.ts'
import type { Metrics } from '../guard/metrics.ts'
import type { Parts } from '../parts.ts'
import { keepOutlook, toldOpenly } from '../place/kept-outlook.ts'
import { refuse } from '../refusal.ts'
import { placeDeps } from './admin/admin.ts'
import { answers, text } from './schemas.ts'

const Ready = Type.Object({
  status: Type.String(),
  content: Type.String(),
  /** what of the place somebody should mend: areas without an owner, municipalities in none, lanes that the content leads to and that are not there, days without duty */
  place: Type.Array(Type.String()),
})
const Alive = Type.Object({ status: Type.String() })
const tags = ['operations']

/** Nobody brings a token that is not set. */
const brings = (request: FastifyRequest, token: string | undefined) =>
  token !== undefined && isToken(bearerOf(request), token)

export const health: FastifyPluginAsyncTypebox<{ parts: Parts; metrics: Metrics }> = async (
  app,
  { parts, metrics },
) => {
  const { store, content, config } = parts
  const findings = keepOutlook(placeDeps(parts))

  app.get(
    '/healthz',
    { schema: { tags, summary: 'The process is alive', response: answers({ 200: Alive }) } },
    async () => ({
      status: 'alive',
    }),
  )

  app.get(
    '/readyz',
    {
      schema: {
        tags,
        summary: 'The database and the content answer, and what is stored is kept',
        response: answers({ 200: Ready }),
      },
    },
    async () => {
      await store.ready()
      const place = toldOpenly(await findings())
      return { status: 'ready', content: content.current().revision, place }
    },
  )

  app.get(
    '/metrics',
    {
      schema: {
        tags,
        summary: 'Prometheus text, for who brings METRICS_TOKEN; without that variable it is not here',
        response: answers({ 200: text('text/plain', 'figures') }),
      },
    },
    async (request, reply) => {
      if (!brings(request, config.metrics.token)) return refuse('not-found')
      const figures = await metrics.text()
      return reply.type(metrics.contentType).serializer(String).send(figures)
    },
  )
}
