/** The cookie, and who stands behind it. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Identity, Staff } from '../identity/sessions.ts'
import { refuse } from '../refusal.ts'

/** Sent by a page that asks by itself: it takes nothing but the prolonging of the session. */
const BY_ITSELF = 'x-kynnys-by-itself'

/** `__Host-` needs https; on this machine’s own plain http the name is without it. */
const nameOf = (secure: boolean) => (secure ? '__Host-kynnys' : 'kynnys')
export const sessionName = nameOf
/** Of a session on the practice desk: beside the real one, and never for it. */
export const practiceName = (secure: boolean) => `${nameOf(secure)}-practice`

export function setPractice(reply: FastifyReply, secure: boolean, token: string) {
  reply.setCookie(practiceName(secure), token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

export function setCookie(reply: FastifyReply, secure: boolean, token: string) {
  reply.setCookie(nameOf(secure), token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

/** So long a device is known on which somebody has signed in. */
const KNOWN_FOR = 180 * 24 * 60 * 60
const deviceName = (secure: boolean) => `${nameOf(secure)}-device`

export const deviceIn = (request: FastifyRequest, secure: boolean) => request.cookies[deviceName(secure)]

export function setDevice(reply: FastifyReply, secure: boolean, device: string) {
  const kept = { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: KNOWN_FOR } as const
  reply.setCookie(deviceName(secure), device, kept)
}

export function clearCookie(reply: FastifyReply, secure: boolean) {
  for (const name of [nameOf(secure), practiceName(secure)])
    reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

const isGlance = ({ routeOptions, headers }: FastifyRequest): boolean =>
  routeOptions.config.glance === true || headers[BY_ITSELF] !== undefined

/**
 * A preHandler: puts the person at `request.staff`.
 * A route with `config: { glance: true }` does not keep the session alive: the page asks there by itself. So may it ask
 * elsewhere, and says so in a header.
 * @throws Refusal `signed-out`
 */
export function signedIn(identity: Identity, secure: boolean) {
  return async (request: FastifyRequest) => {
    const token = request.cookies[nameOf(secure)]
    const staff = token && (await identity.whoIs(token, !isGlance(request)))
    request.staff = staff || refuse('signed-out')
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** who is signed in; only behind `signedIn` */
    staff: Staff
  }
  interface FastifyContextConfig {
    /** the page asks by itself: no sign of a person */
    glance?: boolean
  }
}
