/** Addresses that do not exist: limited like everything else, and told apart from a wrong method. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../refusal.ts'
import type { Limiter } from './limits.ts'

const asPattern = (url: string) =>
  new RegExp(
    `^${url
      .replace(/[.+?^$()|[\]\\]/g, '\\$&')
      .replace(/:[^/.]+/g, '[^/]+')
      .replace(/\*/g, '.*')}$`,
  )

/** Where that stands which was asked for in another spelling; undefined when nothing is meant. */
type Leads = (request: FastifyRequest, reply: FastifyReply) => string | undefined

/**
 * Call before any route is registered.
 * @param limiter counts strays of one address, so that valid addresses cannot be searched for
 */
export function answerStrays(app: FastifyInstance, limiter: () => Limiter, leads: Leads) {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    if (url.endsWith('*')) return
    const route = known.get(url) ?? { pattern: asPattern(url), methods: new Set<string>() }
    for (const each of [method].flat()) route.methods.add(each)
    known.set(url, route)
  })
  app.setNotFoundHandler(
    {
      preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
        const there = leads(request, reply)
        if (there !== undefined) return reply.redirect(there, 302)
        return limiter()(request)
      },
    },
    async (request, reply) => {
      const path = request.url.split('?', 1)[0] ?? ''
      const methods = [...known.values()]
        .filter(({ pattern }) => pattern.test(path))
        .flatMap((route) => [...route.methods])
      if (methods.length === 0 || methods.includes(request.method)) return refuse('not-found')
      reply.header('allow', [...new Set(methods)].join(', '))
      return refuse('method-not-allowed')
    },
  )
}
