/** Writes come from our own pages: the exact origin, and for staff a header that no form can send. */
import type { FastifyRequest } from 'fastify'
import { refuse } from '../refusal.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** Without a public address only this machine itself is a safe place for plain http. */
export const isLoopback = (request: FastifyRequest) => LOOPBACK.has(request.hostname)

/** Our own origin, as the browser that asks should name it. */
export const ownOrigin = (request: FastifyRequest, publicOrigin: string | undefined) =>
  publicOrigin ?? `${request.protocol}://${request.host}`

/**
 * For a resident's writes. Programs send no origin, browsers always do on a write.
 * @throws Refusal `wrong-origin` when the page that sends is not ours
 */
export function fromOwnPage(publicOrigin: string | undefined) {
  return async (request: FastifyRequest) => {
    const { origin } = request.headers
    if (origin !== undefined && origin !== ownOrigin(request, publicOrigin)) refuse('wrong-origin')
  }
}

/**
 * For staff's writes and the live socket, which a cookie accompanies.
 * @throws Refusal `wrong-origin` when the origin is absent or another, or (writes) `x-kynnys` is missing
 */
export function fromOwnDesk(publicOrigin: string | undefined) {
  return async (request: FastifyRequest) => {
    const writes = request.method !== 'GET' && request.method !== 'HEAD'
    if (!writes && !request.ws) return
    if (request.headers.origin !== ownOrigin(request, publicOrigin)) refuse('wrong-origin')
    if (writes && request.headers['x-kynnys'] === undefined) refuse('wrong-origin')
  }
}

/**
 * Passwords travel only over https, or within one machine.
 * @throws Refusal `insecure-sign-in`
 */
export function overSafeLine(publicOrigin: string | undefined, trustsProxy: boolean) {
  return async (request: FastifyRequest) => {
    const https = publicOrigin?.startsWith('https:') && (!trustsProxy || request.protocol === 'https')
    if (!https && !(publicOrigin === undefined && isLoopback(request))) refuse('insecure-sign-in')
  }
}
