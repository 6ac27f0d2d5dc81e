/** The token of an `authorization` head. */
import type { FastifyRequest } from 'fastify'

/** @returns the token of the scheme *Bearer*, whose case and space say nothing; undefined where there is none */
export const bearerOf = (request: Pick<FastifyRequest, 'headers'>): string | undefined =>
  /^\s*Bearer +(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1]
