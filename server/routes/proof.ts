/** A request that came beyond what its network may claim of the calendar is proven by the resident's page. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { prove } from '../callbacks/claims/prove.ts'
import { fromOwnPage } from '../guard/origin.ts'
import { networksOf } from '../network/prefixes.ts'
import type { Parts } from '../parts.ts'
import { MINE, ownParams, which } from './callbacks.ts'
import { answers, ref } from './schemas.ts'

export const proofRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { organisation, config, deps } = parts
  app.post(
    `${MINE}/proof`,
    {
      preHandler: [fromOwnPage(config.publicOrigin)],
      schema: {
        tags: ['resident'],
        security: [{ code: [] }],
        params: ownParams,
        summary: 'Prove a request that came beyond what its network may claim: it may get a date',
        body: ref('Proof'),
        response: answers({ 200: ref('MyRequest') }),
      },
    },
    (request) => {
      const own = which(request, request.params.id)
      const { nonce } = request.body
      // as much room as for correcting it
      return app.limiters.changing(request, own.code, () =>
        prove(deps, organisation, own, nonce, networksOf(request.ip)),
      )
    },
  )
}
