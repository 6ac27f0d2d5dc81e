/** Signing in and out. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fromOwnDesk, overSafeLine } from '../guard/origin.ts'
import { clearCookie, deviceIn, setCookie, setDevice, signedIn } from '../guard/session.ts'
import { meOf } from '../identity/me.ts'
import { changePassword, signOutEverywhere } from '../identity/own.ts'
import type { Staff } from '../identity/sessions.ts'
import type { Parts } from '../parts.ts'
import { leavePractice } from '../practice/enter.ts'
import { refuse } from '../refusal.ts'
import { answers, Nothing, ref } from './schemas.ts'

const tags = ['staff']

export const sessionRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, organisation, store, clock } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const fromDesk = fromOwnDesk(config.publicOrigin)
  const safely = overSafeLine(config.publicOrigin, config.trustProxy.length > 0)
  const who = signedIn(identity, secure)
  const me = (staff: Staff) => store.read(organisation, (view) => meOf(view, staff, clock.now()))

  app.post(
    '/api/session',
    {
      preHandler: [safely, fromDesk],
      schema: {
        tags,
        summary: 'Sign in; sets the session cookie',
        body: ref('SignIn'),
        response: answers({ 200: ref('Me') }),
      },
    },
    async (request, reply) => {
      const { username, password } = request.body
      const kept = deviceIn(request, secure)
      const isKnown = kept !== undefined && (await identity.isDeviceOf(username, kept))
      const who = { username, ...(isKnown && { device: kept }) }
      const isOurs = (request.body.organisation ?? organisation) === organisation
      const token = await app.limiters.signingIn(request, who, async () =>
        isOurs ? identity.signIn(username, password, isKnown) : refuse('wrong-sign-in'),
      )
      const staff = (await identity.whoIs(token)) ?? refuse('wrong-sign-in')
      setCookie(reply, secure, token)
      if (!isKnown) setDevice(reply, secure, await identity.deviceOf(username))
      return me(staff)
    },
  )

  app.get(
    '/api/session',
    {
      preHandler: [who],
      schema: { tags, summary: 'Who is signed in', response: answers({ 200: ref('Me') }) },
    },
    (request) => me(request.staff),
  )

  app.delete(
    '/api/session',
    {
      preHandler: [fromDesk, who],
      schema: { tags, summary: 'Sign out, here and on the live socket', response: answers({ 204: Nothing }) },
    },
    async (request, reply) => {
      await identity.signOut(request.staff)
      await leavePractice(parts, request.staff)
      clearCookie(reply, secure)
      return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null)
    },
  )

  app.post(
    '/api/session/password',
    {
      preHandler: [fromDesk, who],
      schema: {
        ...{ tags, summary: 'Another password of one’s own; every other session ends' },
        body: ref('PasswordChange'),
        response: answers({ 204: Nothing }),
      },
    },
    async (request, reply) => {
      const { staff, body } = request
      // a guess of the old password is a guess like that of a sign-in
      await app.limiters.signingIn(request, { username: staff.person }, () =>
        changePassword(parts, staff, body.old, body.next),
      )
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/session/everywhere',
    {
      preHandler: [fromDesk, who],
      schema: { tags, summary: 'Sign out everywhere', response: answers({ 204: Nothing }) },
    },
    async (request, reply) => {
      await signOutEverywhere(parts, request.staff)
      await identity.signOut(request.staff)
      await leavePractice(parts, request.staff)
      clearCookie(reply, secure)
      return reply.header('clear-site-data', '"cache", "storage"').code(204).send(null)
    },
  )
}
