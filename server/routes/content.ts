/** What the widget runs: a manifest that is always fresh, and parts that never change. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { sendPacked } from './packed.ts'
import { answers, LanguageName, ref } from './schemas.ts'

const tags = ['content']
const FOREVER = 'public, max-age=31536000, immutable'

export const contentRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (
  app,
  { parts: { content } },
) => {
  app.get(
    '/api/content/:language',
    {
      schema: {
        tags,
        summary:
          'The manifest of the revision in force; an unknown language gets its base, else the language of the content',
        params: Type.Object({ language: LanguageName }),
        response: answers({ 200: ref('Manifest') }),
      },
    },
    async (request, reply) => {
      const edition = content.current()
      reply.header('cache-control', 'no-cache')
      return edition.manifest(edition.language(request.params.language))
    },
  )

  app.get(
    '/api/content/:revision/:part.json',
    {
      schema: {
        tags,
        summary:
          '`dialogue`, and for each language of the manifest `words.fi`, `own.fi`, `advice.fi`, `desk.fi`, `phrases.fi`, `item-phrases.fi`: immutable parts of a revision',
        params: Type.Object({ revision: Type.String({ pattern: '^[0-9a-z-]{1,64}$' }), part: Type.String() }),
        response: answers({ 200: Type.Unknown() }),
      },
    },
    async (request, reply) => {
      const edition = await content.edition(request.params.revision)
      const part = edition?.part(request.params.part)
      if (!part) return refuse('not-found')
      reply.header('cache-control', FOREVER)
      return sendPacked(request, reply, part, 'application/json; charset=utf-8')
    },
  )
}
