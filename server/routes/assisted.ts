/** A call that staff answer: the document in which they walk the conversation, and the address where it is stored. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { assist } from '../callbacks/assisted/assist.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { authorize } from '../identity/authorize.ts'
import { allow } from '../identity/enforce.ts'
import { stationMeant } from '../pages/address.ts'
import { languageFor } from '../pages/chat-answers.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { sendPacked } from './packed.ts'
import { answers, HTML, LanguageName, PAGE, ref } from './schemas.ts'

const tags = ['desk']
const security = [{ session: [] }]

/** The station that is asked for, else the first one of an area where the asker works: a call has no station of its own. */
async function stationFor({ staff }: FastifyRequest, { screens, organisation }: Parts, asked?: string) {
  const stations = (await screens.place())?.stations ?? []
  const known = asked === undefined ? undefined : stationMeant(asked, stations)
  const mains = [...stations].sort((one, other) => one.kind.localeCompare(other.kind))
  const own = mains.find(({ area }) => staff.areas.includes(area))
  const any = mains.find(({ area }) => authorize(staff, 'request.assist', { organisation, area }))
  return known ?? (own ?? any)?.station ?? refuse('not-found')
}

export const assistedRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, deps, screens, content } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const guards = [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)]

  app.get(
    '/desk/assisted/:language',
    {
      preHandler: guards,
      schema: {
        tags: ['documents'],
        security,
        summary: 'The conversation as staff walk it with a caller: only the desk may frame it',
        params: Type.Object({ language: LanguageName }),
        querystring: Type.Object({ station: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })) }),
        response: answers({ 200: PAGE }),
      },
    },
    async (request, reply) => {
      await allow(parts, request.staff, 'request.assist')
      const station = await stationFor(request, parts, request.query.station)
      const language = languageFor(request, content)
      const screen = await screens.get('assisted', language, station)
      if (!screen) return refuse('unavailable')
      reply.header('content-security-policy', screen.policy).header('content-language', screen.language)
      return sendPacked(request, reply, screen.body, HTML)
    },
  )

  app.post(
    '/api/desk/assisted-requests',
    {
      preHandler: guards,
      schema: {
        tags,
        security,
        summary: 'Store what was asked in a call that staff answered; told again, it has the same answer',
        body: ref('AssistedBody'),
        response: answers({ 201: ref('Receipt') }),
      },
    },
    async (request, reply) => {
      await allow(parts, request.staff, 'request.assist')
      return reply.code(201).send(await assist(deps, request.staff, request.body))
    },
  )
}
