/** Pages for people: the chat in its three forms, the example host page, the staff app, and their built files. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import serveFolder from '@fastify/static'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import Type from 'typebox'
import { SOURCE_LANGUAGE } from '#core/check/base/content.ts'
import type { ScreenKind } from '../content/serving/screens.ts'
import { policyOf, TRUSTED_TYPES } from '../guard/headers.ts'
import { hostPage, otherName } from '../pages/host.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { SOON, sendPacked } from './packed.ts'
import { answers, ELSEWHERE, LanguageName, text } from './schemas.ts'

const HTML = 'text/html; charset=utf-8'
const PAGE = text('text/html', 'the page')
const FOREVER = 'public, max-age=31536000, immutable'

const query = Type.Object({ station: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })) })

/** Said instead of a page while there is nothing to show it with. */
const unbuilt = (reply: FastifyReply) =>
  reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .serializer(String)
    .send('Not built yet: run `npm run build`, then start again.\n')

const chatRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts: { screens } }) => {
  const page = (url: string, kind: ScreenKind, summary: string) =>
    app.get(
      url,
      {
        schema: {
          tags: ['documents'],
          summary,
          params: Type.Object({ language: LanguageName }),
          querystring: query,
          response: answers({ 200: PAGE }),
        },
      },
      async (request, reply) => {
        if (!screens.isBuilt) return unbuilt(reply)
        const screen = await screens.get(kind, request.params.language, request.query.station)
        if (!screen) return refuse('not-found')
        reply.header('content-security-policy', screen.policy).header('content-language', screen.language)
        reply.header('cross-origin-resource-policy', 'cross-origin')
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
  const policy = html && policyOf({ html, framedBy: [], extra: TRUSTED_TYPES })
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
    querystring: Type.Object({ language: Type.Optional(LanguageName) }),
    response: answers({ 200: PAGE }),
  }
  app.get('/', { schema }, async (request, reply) => {
    const edition = content.current()
    const language = edition.language(request.query.language ?? SOURCE_LANGUAGE)
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
      setHeaders: (reply) => void reply.header('cache-control', FOREVER),
      allowedPath: (asked) => !asked.endsWith('.html') && !asked.endsWith('.br'),
    })
  await folder('assets', '/assets/')
  await folder('desk/assets', '/desk/assets/')
}

/** `widget.js`: anybody may load it, and check it by its hash (SRI asks for CORS). */
const loaderRoute: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts: { dist } }) => {
  const file = path.join(dist, 'widget.js')
  const loader = existsSync(file) ? readFileSync(file) : undefined
  const brotli = existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : loader && brotliCompressSync(loader)
  const schema = {
    tags: ['documents'],
    summary: 'The one script of a host page',
    response: answers({ 200: text('text/javascript', 'the script') }),
  }
  app.get('/widget.js', { schema }, async (request, reply) => {
    if (!loader || !brotli) return unbuilt(reply)
    reply.header('cache-control', SOON).header('access-control-allow-origin', '*')
    reply.header('cross-origin-resource-policy', 'cross-origin')
    const packed = { plain: loader, brotli: async () => brotli }
    return sendPacked(request, reply, packed, 'text/javascript; charset=utf-8')
  })
}

export const documents: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  await app.register(chatRoutes, { parts })
  await app.register(deskRoutes, { parts })
  await app.register(hostRoutes, { parts })
  await app.register(loaderRoute, { parts })
  await serveBuilt(app, parts.dist)
}
