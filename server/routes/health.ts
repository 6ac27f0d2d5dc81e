/** Is the process alive, do its dependencies answer, how is it doing. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { bearerOf } from '../guard/bearer.ts'
import type { Metrics } from '../guard/metrics.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { answers, text } from './schemas.ts'

const Ready = Type.Object({ status: Type.String(), content: Type.String() })
const Alive = Type.Object({ status: Type.String() })
const tags = ['operations']

const isEqual = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export const health: FastifyPluginAsyncTypebox<{ parts: Parts; metrics: Metrics }> = async (
  app,
  { parts, metrics },
) => {
  const { store, content, config } = parts

  app.get(
    '/healthz',
    { schema: { tags, summary: 'The process is alive', response: answers({ 200: Alive }) } },
    async () => ({
      status: 'alive',
    }),
  )

  app.get(
    '/readyz',
    { schema: { tags, summary: 'The database and the content answer', response: answers({ 200: Ready }) } },
    async () => {
      await store.ready()
      return { status: 'ready', content: content.current().revision }
    },
  )

  app.get(
    '/metrics',
    {
      schema: {
        tags,
        summary: 'Prometheus text; asks for METRICS_TOKEN when that is set',
        response: answers({ 200: text('text/plain', 'figures') }),
      },
    },
    async (request, reply) => {
      const { metricsToken } = config
      if (metricsToken && !isEqual(bearerOf(request) ?? '', metricsToken)) return refuse('not-found')
      const figures = await metrics.text()
      return reply.type(metrics.contentType).serializer(String).send(figures)
    },
  )
}
