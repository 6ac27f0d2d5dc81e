/** What a resident may do: ask when we would call, ask for a call, follow it, correct it, take it back. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { correct } from '../callbacks/correct.ts'
import { mine } from '../callbacks/mine.ts'
import { submit } from '../callbacks/submit.ts'
import { withdraw } from '../callbacks/withdraw.ts'
import { bearerOf } from '../guard/bearer.ts'
import { fromOwnPage } from '../guard/origin.ts'
import { networksOf } from '../network/prefixes.ts'
import type { Parts } from '../parts.ts'
import { servicesFor } from '../place/services.ts'
import { keepEstimates } from '../promise/kept.ts'
import { refuse } from '../refusal.ts'
import { packNow } from './packed.ts'
import { answers, Nothing, ref } from './schemas.ts'

const tags = ['resident']
export const MINE = '/api/callback-requests/:id'
export const ownParams = Type.Object({
  id: Type.String({
    pattern: '^(mine|[0-9a-f-]{36})$',
    description: 'the id, or `mine`: the code finds it',
  }),
})
const AtStation = Type.Object({ station: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }) })
const security = [{ code: [] }]

/** No code is as long. */
const LONGEST = 64

/** The request meant, and the code that proves whose it is. @throws Refusal `not-found` without one */
export function which(request: FastifyRequest, id: string) {
  const code = bearerOf(request)
  return { id, code: code && code.length <= LONGEST ? code : refuse('not-found') }
}

export const callbackRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { organisation, config, deps } = parts
  const when = keepEstimates({ ...deps, servicesFor }, organisation)
  app.addHook('preClose', async () => when.stop())
  const fromPage = fromOwnPage(config.publicOrigin)
  const { requests, promises, following, changing } = app.limiters

  app.get(
    '/api/promises',
    {
      onRequest: [promises],
      onSend: packNow,
      schema: {
        tags,
        summary: 'When we would call, for every area at once: asking reveals no answer',
        querystring: AtStation,
        response: answers({ 200: ref('Promises') }),
      },
    },
    (request) => when.of(request.query.station),
  )

  app.post(
    '/api/callback-requests',
    {
      onRequest: [requests.takes],
      onSend: [requests.settles],
      preHandler: [fromPage],
      schema: {
        tags,
        summary: 'Ask for a call; sent again, it gets the same answer',
        body: ref('CallbackRequestBody'),
        response: answers({ 201: ref('Receipt') }),
      },
    },
    async (request, reply) => {
      const receipt = await submit(deps, organisation, request.body, networksOf(request.ip))
      return reply.code(201).send(receipt)
    },
  )

  app.get(
    MINE,
    {
      schema: {
        tags,
        security,
        params: ownParams,
        summary: 'Follow a request',
        response: answers({ 200: ref('MyRequest') }),
      },
    },
    (request) => {
      const own = which(request, request.params.id)
      return following(request, own.code, () => mine(deps, organisation, own))
    },
  )

  app.patch(
    MINE,
    {
      preHandler: [fromPage],
      schema: {
        tags,
        security,
        params: ownParams,
        summary: 'Correct how to be reached',
        body: ref('Correction'),
        response: answers({ 200: ref('MyRequest') }),
      },
    },
    (request) => {
      const own = which(request, request.params.id)
      return changing(request, own.code, () =>
        correct(deps, organisation, own, request.body, networksOf(request.ip)),
      )
    },
  )

  app.delete(
    MINE,
    {
      preHandler: [fromPage],
      schema: {
        tags,
        security,
        params: ownParams,
        summary: 'Withdraw: it is erased at once',
        response: answers({ 204: Nothing }),
      },
    },
    async (request, reply) => {
      const own = which(request, request.params.id)
      await changing(request, own.code, () => withdraw(deps, organisation, own))
      return reply.code(204).send(null)
    },
  )
}
