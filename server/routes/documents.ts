/** Pages for people: the chat in its three forms, the example host page, the staff app, and their built files. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import serveFolder from '@fastify/static'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import Type from 'typebox'
import { type Packed, pack } from '../content/serving/edition.ts'
import type { ScreenKind } from '../content/serving/screens.ts'
import { languagesOf, varyBy } from '../guard/accept.ts'
import { frameable, policyOf, TRUSTED_TYPES } from '../guard/headers.ts'
import { meantBy } from '../pages/address.ts'
import { languageFor } from '../pages/chat-answers.ts'
import { hostPage, otherName } from '../pages/host.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { embedRoutes } from './embed.ts'
import { SOON, sendPacked } from './packed.ts'
import { answers, ELSEWHERE, HTML, LanguageName, PAGE, text } from './schemas.ts'
import { NOT_BUILT, Said, StationAsked, stationOf } from './station-asked.ts'

const FOREVER = 'public, max-age=31536000, immutable'

/** Said instead of a page while there is nothing to show it with. */
const unbuilt = (reply: FastifyReply) =>
  reply.code(503).type('text/plain; charset=utf-8').serializer(String).send(`${NOT_BUILT}\n`)

/** A page of the chat is for people: where it has none of its own to give, it tells so in a page. */
const chatRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { screens, chatAnswers, content } = parts
  const page = (url: string, kind: ScreenKind, summary: string) =>
    app.get(
      url,
      {
        schema: {
          tags: ['documents'],
          summary,
          params: Type.Object({ language: LanguageName }),
          querystring: StationAsked,
          response: { 200: PAGE, '4xx': PAGE, '5xx': PAGE },
        },
      },
      async (request, reply) => {
        const station = await stationOf(request, kind, screens)
        if (typeof station !== 'string') {
          if (station.status === 404) request.problem = 'not-found'
          return sendPacked(request, reply, await chatAnswers.tell(request, reply, station), HTML)
        }
        const screen = await screens.get(kind, languageFor(request, content), station)
        if (!screen) return refuse('unavailable')
        reply.header('content-security-policy', screen.policy).header('content-language', screen.language)
        varyBy(frameable(reply), 'accept-language')
        return sendPacked(request, reply, screen.body, HTML)
      },
    )
  page('/chat/:language', 'chat', 'The conversation: readable without script')
  page('/chat/:language/advice', 'advice', 'Every advice item on one page, without script')
  page('/chat/:language/request', 'request', 'The way back to a request, by its code')
}

const deskRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts: { dist } }) => {
  const file = path.join(dist, 'desk/index.html')
  const html = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const policy = html && policyOf({ html, framedBy: [], extra: [...TRUSTED_TYPES, "frame-src 'self'"] })
  const schema = { tags: ['documents'], summary: 'The staff app', response: answers({ 200: PAGE }) }
  // pages name their own icon; a browser that asks here all the same is not told off in its console
  app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) =>
    reply.code(204).header('cache-control', SOON).send(),
  )
  const onward = { ...schema, summary: 'The way to the staff app', response: answers({ 308: ELSEWHERE }) }
  app.get('/desk', { schema: onward }, async (_request, reply) => reply.redirect('/desk/', 308))
  app.get('/desk/', { schema }, async (_request, reply) => {
    if (html === undefined || policy === undefined) return unbuilt(reply)
    return reply.header('content-security-policy', policy).type(HTML).serializer(String).send(html)
  })
}

const hostRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (
  app,
  { parts: { content, screens } },
) => {
  const schema = {
    tags: ['documents'],
    summary: 'An example host page with the chat on it',
    querystring: Type.Object({ language: Type.Optional(Said) }),
    response: answers({ 200: PAGE }),
  }
  app.get('/', { schema }, async (request, reply) => {
    const edition = content.current()
    const language = edition.language(...meantBy(request.url).languages, ...languagesOf(request))
    const stations = await screens.stations()
    const chat = otherName(request)
    const station = stations.includes('laukaa') ? 'laukaa' : (stations[0] ?? '')
    const html = hostPage({
      language: edition.languages[language],
      languages: edition.languages,
      words: edition.words(language).host ?? {},
      station,
      chat,
      exit: edition.words(language).widget?.['exit.address'] ?? '',
    })
    const policy = policyOf({
      html,
      framedBy: [],
      connect: ["'none'"],
      extra: [`frame-src ${chat || "'self'"}`],
    })
    reply.header('content-security-policy', policy.replace("script-src 'self'", `script-src 'self' ${chat}`))
    varyBy(reply, 'accept-language')
    return reply.type(HTML).serializer(String).send(html)
  })
}

/** Folders of built files that exist. Names with a hash never change; the rest is asked for again. */
async function serveBuilt(app: FastifyInstance, dist: string) {
  const files = {
    decorateReply: false,
    preCompressed: true,
    index: false as const,
    wildcard: false,
    serveDotFiles: false,
  }
  const folder = (name: string, prefix: string) =>
    existsSync(path.join(dist, name)) &&
    app.register(serveFolder, {
      ...files,
      root: path.resolve(dist, name),
      prefix,
      cacheControl: false,
      setHeaders: (reply) => {
        reply.header('cache-control', FOREVER).header('cross-origin-resource-policy', 'cross-origin')
      },
      allowedPath: (asked) => !asked.endsWith('.html') && !asked.endsWith('.br'),
    })
  await folder('assets', '/assets/')
  await folder('desk/assets', '/desk/assets/')
  await folder('assisted/assets', '/desk/assisted/assets/')
}

/** Where the loader keeps a place for the public address, so that an alias, or a copy on the host, leads there as well. */
const HOME = '%HOME%'
function readScript(dist: string, name: string, home: string | undefined): Packed | undefined {
  const file = path.join(dist, name)
  if (!existsSync(file)) return undefined
  const built = readFileSync(file, 'utf8')
  return pack(home ? built.replace(HOME, `${home}/widget.js`) : built)
}

/**
 * `widget.js`: anybody may load it, and check it by its hash (SRI asks for CORS). Its second part has the same address but for what
 * follows the question mark: a policy that names the one script allows it too.
 */
const loaderRoute: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts: { dist, config } }) => {
  const loader = readScript(dist, 'widget.js', config.publicOrigin)
  const secondPart = readScript(dist, 'more.js', undefined)
  const schema = {
    tags: ['documents'],
    summary: 'The one script of a host page; with `?more` its second part, a module',
    querystring: Type.Object({ more: Type.Optional(Type.Unsafe<unknown>(Said)) }),
    response: answers({ 200: text('text/javascript', 'the script') }),
  }
  app.get('/widget.js', { schema }, async (request, reply) => {
    const script = request.query.more === undefined ? loader : secondPart
    if (!script) return unbuilt(reply)
    reply.header('cache-control', SOON).header('access-control-allow-origin', '*')
    reply.header('cross-origin-resource-policy', 'cross-origin')
    return sendPacked(request, reply, script, 'text/javascript; charset=utf-8')
  })
}

export const documents: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  await app.register(chatRoutes, { parts })
  await app.register(deskRoutes, { parts })
  await app.register(hostRoutes, { parts })
  await app.register(embedRoutes, { parts })
  await app.register(loaderRoute, { parts })
  await serveBuilt(app, parts.dist)
}
