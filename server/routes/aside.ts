/** What stands aside of the queue: many requests of few networks. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { aside, asideRows, believe, doubt } from '../callbacks/claims/aside.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { allow, allowIn } from '../identity/enforce.ts'
import type { Parts } from '../parts.ts'
import { answers, ref } from './schemas.ts'

const tags = ['desk']
const security = [{ session: [] }]
const ONE = '/api/desk/aside/:area'
const params = Type.Object({ area: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }) })
const querystring = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 80, description: '`after` of the page before' })),
  doubted: Type.Optional(Type.Literal('1', { description: 'those that a lead has said not to be real' })),
})

export const asideRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, deps } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const preHandler = [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)]
  const one = { tags, security, params, response: answers({ 200: ref('AsideArea') }) }

  app.get(
    '/api/desk/aside',
    {
      config: { glance: true },
      preHandler,
      schema: {
        tags,
        security,
        summary: 'How many stand aside in my areas',
        response: answers({ 200: ref('Aside') }),
      },
    },
    async ({ staff }) => {
      await allow(parts, staff, 'queue.read')
      return aside(deps, staff)
    },
  )
  app.get(
    ONE,
    {
      preHandler,
      schema: {
        tags,
        security,
        params,
        querystring,
        summary: 'Those that stand aside in an area, with those of danger first',
        response: answers({ 200: ref('AsideRows') }),
      },
    },
    async ({ staff, params: { area }, query: { after, doubted } }) => {
      await allow(parts, staff, 'queue.read')
      await allowIn(parts, staff, 'queue.read', area)
      return asideRows(deps, staff, area, { after, doubted: doubted === '1' })
    },
  )
  app.post(
    `${ONE}/doubt`,
    {
      preHandler,
      schema: { ...one, body: ref('Doubt'), summary: 'These are not real: their places are free again' },
    },
    async ({ staff, params: { area }, body }) => {
      await allow(parts, staff, 'aside.judge')
      return doubt(deps, staff, area, body)
    },
  )
  app.post(
    `${ONE}/believe`,
    { preHandler, schema: { ...one, summary: 'They are real after all: they stand aside again' } },
    async ({ staff, params: { area } }) => {
      await allow(parts, staff, 'aside.judge')
      return believe(deps, staff, area)
    },
  )
}
