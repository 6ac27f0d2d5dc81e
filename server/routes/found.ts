/** What a service coordinator finds again: who is on the phone, and what was closed lately. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ArchiveAsked } from '#core/contract/found.ts'
import { archive } from '../callbacks/found/archive.ts'
import { search } from '../callbacks/found/search.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { allow } from '../identity/enforce.ts'
import type { Parts } from '../parts.ts'
import { answers, ref } from './schemas.ts'

const tags = ['desk']
const security = [{ session: [] }]

export const foundRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, deps } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const preHandler = [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)]

  app.post(
    '/api/desk/search',
    {
      preHandler,
      schema: {
        tags,
        security,
        summary: 'Find a request by its reference, number, name or own words: what is shown is recorded',
        body: ref('SearchAsked'),
        response: answers({ 200: ref('FoundRequests') }),
      },
    },
    async ({ staff, body }) => {
      await allow(parts, staff, 'request.find')
      await app.limiters.searching(staff.person)
      return search(deps, staff, body)
    },
  )
  app.get(
    '/api/desk/archive',
    {
      config: { glance: true },
      preHandler,
      schema: {
        tags,
        security,
        summary: 'What was closed and is not erased yet, of mine or of my areas, what was closed last first',
        querystring: ArchiveAsked,
        response: answers({ 200: ref('Archive') }),
      },
    },
    async ({ staff, query }) => {
      await allow(parts, staff, 'request.find')
      return archive(deps, staff, query)
    },
  )
}
