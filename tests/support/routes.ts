/** What an app itself says it listens to: no route can be forgotten. */
import type { FastifyInstance } from 'fastify'

export type Route = { method: string; url: string }

export function routesOf(app: Pick<FastifyInstance, 'printRoutes'>): Route[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^(.*)[├└]── (\S+) \(([A-Z, ]+)\)/.exec(line) ?? []
      if (part === '') return []
      const depth = indent.length / 4
      // two names for one place are told as `:one|:other`
      above.splice(depth, Infinity, part.replace(/:\w+\|/, ''))
      const url = above.join('').replaceAll('//', '/')
      return methods.split(', ').map((method) => ({ method, url }))
    })
}
