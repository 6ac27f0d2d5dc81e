/** The page for web masters on which the code for a host page is made. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { isVariant } from '#core/say/language-tag.ts'
import { languagesOf, varyBy } from '../guard/accept.ts'
import { policyOf } from '../guard/headers.ts'
import { embedPage } from '../pages/embed.ts'
import { otherName } from '../pages/host.ts'
import type { Parts } from '../parts.ts'
import { nameIn } from '../place/facts.ts'
import { answers, HTML, PAGE } from './schemas.ts'

/** Every choice is in the address, so that it can be sent to somebody, and needs no script. */
export const embedRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { content, screens, dist, config } = parts
  const file = path.join(dist, 'embed.js')
  const script = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const schema = {
    tags: ['documents'],
    summary: 'The page that makes the code for a host page and shows the chat as it would be',
    querystring: Type.Record(Type.String(), Type.Unsafe<unknown>({})),
    response: answers({ 200: PAGE }),
  }
  app.get('/embed', { schema }, async (request, reply) => {
    const edition = content.current()
    const lang = [request.query.lang].flat().filter((one) => typeof one === 'string')
    const language = edition.language(...lang, ...languagesOf(request))
    const chat = otherName(request)
    const all = (await screens.place())?.stations ?? []
    const rows = ['main', 'side'].flatMap((kind) => all.filter((one) => one.kind === kind))
    const html = embedPage({
      language: edition.languages[language] ?? { lang: language, dir: 'ltr', name: language },
      // the loader has no words for a form of another language: its chat would open in that one
      languages: Object.values(edition.languages).filter((one) => !isVariant(one.lang, one)),
      words: edition.words(language).host ?? {},
      stations: rows.map((row) => ({ station: row.station, name: nameIn(language, row) })),
      asked: request.query,
      server: config.publicOrigin ?? `${request.protocol}://${request.host}`,
      chat,
      script,
    })
    const policy = policyOf({
      html,
      framedBy: [],
      connect: ["'none'"],
      extra: [`frame-src ${chat || "'self'"}`],
    })
    reply.header(
      'content-security-policy',
      policy
        .replace("script-src 'self'", `script-src 'self' ${chat}`)
        .replace("form-action 'none'", "form-action 'self'"),
    )
    varyBy(reply, 'accept-language')
    return reply.type(HTML).serializer(String).send(html)
  })
}
