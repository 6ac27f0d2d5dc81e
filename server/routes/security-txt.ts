/** Whom to tell of a hole: found only where the operator has named somebody. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isVariant } from '#core/say/language-tag.ts'
import { SECURITY_TXT, securityTxt } from '../pages/security-txt.ts'
import type { Parts } from '../parts.ts'
import { refuse } from '../refusal.ts'
import { SOON } from './packed.ts'
import { answers, text } from './schemas.ts'

export const securityTxtRoute: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (
  app,
  { parts: { config, content, clock } },
) => {
  const { securityContacts: contacts, publicOrigin: origin } = config
  const schema = {
    tags: ['operations'],
    summary: 'Whom to tell of a hole (RFC 9116); not found without SECURITY_CONTACT',
    response: answers({ 200: text('text/plain', 'contacts and until when they hold') }),
  }
  app.get(SECURITY_TXT, { schema }, async (_request, reply) => {
    if (contacts.length === 0) return refuse('not-found')
    // whoever finds a hole writes in a language, not in an easier form of it
    const all = Object.values(content.current().languages).filter((one) => !isVariant(one.lang, one))
    const languages = all.map(({ lang }) => lang)
    reply.header('cache-control', SOON).type('text/plain; charset=utf-8').serializer(String)
    return reply.send(securityTxt({ contacts, languages, now: clock.now(), origin }))
  })
}
