/** The token of an `authorization` head. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/** @returns the token of the scheme *Bearer*, whose case and space say nothing; undefined where there is none */
export const bearerOf = (request: Pick<FastifyRequest, 'headers'>): string | undefined =>
  /^\s*Bearer +(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1]

/** Compared in the same time whatever is brought. */
export const isToken = (brought: string | undefined, token: string): boolean => {
  const [own, other] = [token, brought ?? ''].map((text) => createHash('sha256').update(text).digest()) as [
    Buffer,
    Buffer,
  ]
  return timingSafeEqual(own, other)
}
