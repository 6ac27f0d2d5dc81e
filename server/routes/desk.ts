/** What a service coordinator may do with the requests of their areas. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type, { type Static, type TSchema } from 'typebox'
import type { QueueRow } from '#core/contract/desk.ts'
import { attempt } from '../callbacks/attempt.ts'
import { close } from '../callbacks/close.ts'
import type { Deps } from '../callbacks/deps.ts'
import { note } from '../callbacks/note.ts'
import { openRequest } from '../callbacks/open.ts'
import { queue } from '../callbacks/queue.ts'
import { reached, unreachable } from '../callbacks/reached.ts'
import { release } from '../callbacks/release.ts'
import { take } from '../callbacks/take.ts'
import { transfer } from '../callbacks/transfer.ts'
import { visit } from '../callbacks/visit.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import type { Action } from '../identity/authorize.ts'
import { writingDenials } from '../identity/denials.ts'
import { allow } from '../identity/enforce.ts'
import type { Staff } from '../identity/sessions.ts'
import type { Parts } from '../parts.ts'
import { answers, RequestId, ref } from './schemas.ts'

const tags = ['desk']
const security = [{ session: [] }]
const ONE = '/api/desk/requests/:id'
const params = Type.Object({ id: RequestId })
const row = answers({ 200: ref('QueueRow') })

type Plain = (deps: Deps, staff: Staff, id: string) => Promise<QueueRow>
type Telling<Body> = (deps: Deps, staff: Staff, id: string, body: Body) => Promise<QueueRow>

const PLAIN: Record<string, { does: Plain; summary: string }> = {
  take: { does: take, summary: 'Take a request: one of any number who try gets it' },
  release: { does: release, summary: 'Let it wait again' },
  reached: { does: reached, summary: 'The resident was reached' },
  unreachable: { does: unreachable, summary: 'Decide that the resident cannot be reached' },
}

export const deskRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { config, identity, deps } = parts
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  const guards = [fromOwnDesk(config.publicOrigin), signedIn(identity, secure)]
  const denials = writingDenials(parts)

  app.get(
    '/api/desk/queue',
    {
      config: { glance: true },
      preHandler: guards,
      schema: {
        tags,
        security,
        summary: 'Who waits in my areas, the nearest promise first',
        response: answers({ 200: ref('Queue') }),
      },
    },
    async (request) => {
      await allow(parts, request.staff, 'queue.read')
      return queue(deps, request.staff)
    },
  )

  app.get(
    ONE,
    {
      preHandler: guards,
      schema: {
        tags,
        security,
        params,
        summary: 'Open a request: the reading is recorded',
        response: answers({ 200: ref('OpenRequest') }),
      },
    },
    ({ staff, params: { id } }) => denials(staff, 'request.read', id, () => openRequest(deps, staff, id)),
  )

  for (const [act, { does, summary }] of Object.entries(PLAIN))
    app.post(
      `${ONE}/${act}`,
      { preHandler: guards, schema: { tags, security, params, summary, response: row } },
      ({ staff, params: { id } }) => denials(staff, `request.${act}`, id, () => does(deps, staff, id)),
    )

  const telling = <Body extends TSchema>(
    path: string,
    action: Action,
    body: Body,
    summary: string,
    does: Telling<Static<Body>>,
  ) =>
    app.post(
      `${ONE}/${path}`,
      { preHandler: guards, schema: { tags, security, params, body, summary, response: row } },
      (request: FastifyRequest) => {
        const { id } = request.params as Static<typeof params>
        const { staff } = request
        return denials(staff, action, id, () => does(deps, staff, id, request.body as Static<Body>))
      },
    )
  telling('attempts', 'request.attempt', ref('Attempt'), 'Write down a try to reach the resident', attempt)
  telling(
    'close',
    'request.close',
    ref('Closing'),
    'Close it, and say whether it is in the client system',
    close,
  )
  telling(
    'transfer',
    'request.transfer',
    ref('Transfer'),
    'Hand it over to another area or lane; it keeps its promise',
    transfer,
  )
  telling('visit', 'request.visit', ref('VisitTime'), 'Set when and where the resident is met', visit)
  telling('notes', 'request.note', ref('Note'), 'Add a note, sealed under the request’s key', note)
}
