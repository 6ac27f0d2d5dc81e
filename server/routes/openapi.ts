/** The contract as a document, made from the very schemas that judge what is sent. */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

/** Register before the routes: it listens to them. */
export async function describe(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kynnys',
        version: '1',
        description: 'Service guidance chat and the queue of callback requests.',
      },
      components: {
        securitySchemes: {
          code: { type: 'http', scheme: 'bearer', description: 'the resident’s code' },
          session: { type: 'apiKey', in: 'cookie', name: '__Host-kynnys' },
        },
      },
    },
    refResolver: {
      buildLocalReference: (shape, _base, _fragment, index) => String(shape.$id ?? `def-${index}`),
    },
  })
}

export async function openapi(app: FastifyInstance) {
  app.get('/api/openapi.json', { schema: { tags: ['operations'], summary: 'This document' } }, async () =>
    app.swagger(),
  )
}
