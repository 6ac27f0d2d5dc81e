/** What a person keeps of how they look at the queue, in the desk's stand-in for the server. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DeskViews } from '#core/contract/view.ts'

export function viewRoutes(
  app: FastifyInstance,
  keptBy: Map<string, DeskViews>,
  whose: (request: FastifyRequest) => string | undefined,
) {
  const mine = (request: FastifyRequest): DeskViews => {
    const who = whose(request) ?? ''
    const kept = keptBy.get(who) ?? { views: [], settings: { rows: 'roomy', keys: true } }
    keptBy.set(who, kept)
    return kept
  }
  app.get('/api/desk/views', (request) => mine(request))
  app.put('/api/desk/views/:id', (request, reply) => {
    const kept = mine(request)
    const { id } = request.params as { id: string }
    const view = { id, ...(request.body as Omit<DeskViews['views'][number], 'id'>) }
    kept.views = [...kept.views.filter((one) => one.id !== id), view]
    return reply.code(204).send()
  })
  app.delete('/api/desk/views/:id', (request, reply) => {
    const kept = mine(request)
    kept.views = kept.views.filter(({ id }) => id !== (request.params as { id: string }).id)
    return reply.code(204).send()
  })
  app.put('/api/desk/settings', (request, reply) => {
    mine(request).settings = request.body as DeskViews['settings']
    return reply.code(204).send()
  })
}
