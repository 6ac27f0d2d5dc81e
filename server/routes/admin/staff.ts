/** Whoever works here, as an administrator sees and changes them. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { hire } from '../../identity/hire.ts'
import {
  disable,
  enable,
  endSessions,
  resetPassword,
  sessionsOf,
  setNames,
  setRoles,
  staffOf,
} from '../../identity/manage.ts'
import type { Parts } from '../../parts.ts'
import { answers, Nothing, ref } from '../schemas.ts'
import { byAdmin, headers, mayDo, Slug, security, tags } from './admin.ts'

const ROOM = '/api/admin/staff'
const ONE = `${ROOM}/:person`
const params = Type.Object({ person: Slug })
const about = { tags, security }
const ofOne = { ...about, params, response: answers({ 204: Nothing }) }

/** Acts that are told by their address alone. */
const ACTS = {
  disable: { does: disable, summary: 'May not sign in any more, and is signed out everywhere' },
  enable: { does: enable, summary: 'May sign in again' },
  'end-sessions': { does: endSessions, summary: 'Is signed out everywhere' },
}

export const staffRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { store, organisation, clock } = parts
  const preHandler = mayDo(parts, 'staff.manage')

  app.get(
    ROOM,
    {
      preHandler,
      schema: { ...about, summary: 'Everybody who works here', response: answers({ 200: ref('StaffList') }) },
    },
    async () => ({ staff: await store.read(organisation, (view) => staffOf(view, clock.now())) }),
  )
  app.post(
    ROOM,
    {
      preHandler,
      schema: {
        ...{
          ...about,
          summary: 'Somebody begins to work here: a password, shown once',
          body: ref('Newcomer'),
        },
        response: answers({ 200: ref('NewPassword') }),
      },
    },
    async (request) => {
      const { own = [], substitute = [], ...told } = request.body
      return { password: await hire(parts, byAdmin(request), { ...told, own, substitute }) }
    },
  )
  for (const [act, { does, summary }] of Object.entries(ACTS))
    app.post(`${ONE}/${act}`, { preHandler, schema: { ...ofOne, summary } }, async (request, reply) => {
      await does(parts, byAdmin(request), request.params.person)
      return reply.code(204).send(null)
    })
  app.post(
    `${ONE}/reset`,
    {
      preHandler,
      schema: {
        ...{ ...about, params, summary: 'A new password, shown once; whoever had the old one is signed out' },
        response: answers({ 200: ref('NewPassword') }),
      },
    },
    async (request) => ({ password: await resetPassword(parts, byAdmin(request), request.params.person) }),
  )
  app.put(
    ONE,
    { preHandler, schema: { ...ofOne, summary: 'Another name or title', body: ref('StaffNames') } },
    async (request, reply) => {
      await setNames(parts, byAdmin(request), request.params.person, request.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    `${ONE}/roles`,
    { preHandler, schema: { ...ofOne, headers, summary: 'Other roles', body: ref('StaffRoles') } },
    async (request, reply) => {
      await setRoles(parts, byAdmin(request), request.params.person, request.body.roles)
      return reply.code(204).send(null)
    },
  )
  app.get(
    `${ONE}/sessions`,
    {
      preHandler,
      schema: {
        ...about,
        params,
        summary: 'Since when a person is signed in',
        response: answers({ 200: ref('StaffSessions') }),
      },
    },
    async (request) => ({
      sessions: await store.read(organisation, (view) => sessionsOf(view, request.params.person)),
    }),
  )
}
