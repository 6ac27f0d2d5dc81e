/** Advice as pages that can be linked, printed and found by a search engine. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { type Edition, type Packed, pack } from '../content/serving/edition.ts'
import { varyBy } from '../guard/accept.ts'
import { frameable } from '../guard/headers.ts'
import { meantBy } from '../pages/address.ts'
import { languageFor } from '../pages/chat-answers.ts'
import { robotsTxt, sitemap } from '../pages/sitemap.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { isKnown, sendPacked } from './packed.ts'
import { answers, ELSEWHERE, HTML, LanguageName, PAGE, text } from './schemas.ts'
import { StationAsked, stationOf } from './station-asked.ts'

/** Public text, but with numbers that may change today: who has it asks again soon, and is told if it still holds. */
const BRIEFLY = 'public, max-age=300, must-revalidate'

const pageRoute: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { screens, chatAnswers, content } = parts
  const schema = {
    tags: ['documents'],
    summary: 'One advice item as a page of its own, without script; 404 with the names of all there are',
    params: Type.Object({
      language: LanguageName,
      item: Type.String({ description: 'id of the item', examples: ['home-care'] }),
    }),
    querystring: StationAsked,
    response: {
      200: PAGE,
      302: ELSEWHERE,
      304: { description: 'it is as it was: its `ETag` was sent in `If-None-Match`' },
      '4xx': PAGE,
      '5xx': PAGE,
    },
  }
  app.get('/chat/:language/advice/:item', { schema }, async (request, reply) => {
    // each has one address in a language; without a name it is that of all of them
    const there = chatAnswers.leads(request, reply)
    if (there !== undefined) return reply.redirect(there, 302)
    const station = await stationOf(request, 'item', screens)
    if (typeof station !== 'string') {
      if (station.status === 404) request.problem = 'not-found'
      return sendPacked(request, reply, await chatAnswers.tell(request, reply, station), HTML)
    }
    const language = languageFor(request, content)
    const found = await screens.get('item', language, station, meantBy(request.url).item)
    const screen = found ?? (await screens.get('missing', language, station)) ?? refuse('unavailable')
    reply.header('content-security-policy', screen.policy).header('content-language', screen.language)
    varyBy(frameable(reply), 'accept-language')
    if (found) {
      varyBy(reply.header('cache-control', BRIEFLY), 'accept-encoding')
      if (isKnown(request, reply, found.tag)) return reply.code(304).send()
    } else {
      request.problem = 'not-found'
      reply.code(404)
    }
    return sendPacked(request, reply, screen.body, HTML)
  })
}

/** What search engines are told; only where the server has a public name under which they would find it. */
const searchRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { content, config } = parts
  let made: { of: Edition; origin: string; map: Packed } | undefined
  const mapOf = (of: Edition, origin: string) => {
    if (made?.of !== of) made = { of, origin, map: pack(sitemap(of, origin)) }
    return made.map
  }
  const schema = (summary: string, kind: string) => ({
    tags: ['documents'],
    summary: `${summary}; not found without PUBLIC_URL`,
    response: answers({ 200: text(kind, 'the list') }),
  })
  const map = schema('Every page of advice in every language, for search engines', 'application/xml')
  app.get('/sitemap.xml', { schema: map }, async (request, reply) => {
    const origin = config.publicOrigin ?? refuse('not-found')
    reply.header('cache-control', BRIEFLY)
    const type = 'application/xml; charset=utf-8'
    return sendPacked(request, reply, mapOf(content.current(), origin), type)
  })
  const robots = schema('Where search engines find that list', 'text/plain')
  app.get('/robots.txt', { schema: robots }, async (_request, reply) => {
    const origin = config.publicOrigin ?? refuse('not-found')
    reply.header('cache-control', BRIEFLY).type('text/plain; charset=utf-8').serializer(String)
    return reply.send(robotsTxt(origin))
  })
}

export const adviceRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  await app.register(pageRoute, { parts })
  await app.register(searchRoutes, { parts })
}
