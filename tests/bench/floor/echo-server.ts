/** What any server pays: Fastify judges the body of a callback request by its schema and says that it has come. */
import Fastify from 'fastify'
import { CallbackRequestBody } from '#core/contract/callback.ts'

const app = Fastify({ bodyLimit: 16_000 })
app.get('/readyz', async () => ({ ready: true }))
app.post('/api/callback-requests', { schema: { body: CallbackRequestBody } }, async (request, reply) => {
  reply.code(201)
  return { id: (request.body as { id: string }).id }
})
await app.listen({ port: Number(process.env.PORT), host: 'localhost' })
