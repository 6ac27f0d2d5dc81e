/** What a service coordinator may do with the requests of their areas. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { QueueAsked } from '#core/contract/queue.ts'
import { addressOf, DESK_ACTS, type DeskAct } from '#core/request/life.ts'
import { changePlan } from '../callbacks/agreed/plan.ts'
import { close } from '../callbacks/close.ts'
import type { Deps } from '../callbacks/deps.ts'
import { reopen } from '../callbacks/found/reopen.ts'
import { free } from '../callbacks/free.ts'
import { note } from '../callbacks/note.ts'
import { openRequest } from '../callbacks/open.ts'
import { queue } from '../callbacks/queue/queue.ts'
import { release } from '../callbacks/release.ts'
import { take } from '../callbacks/take.ts'
import { transfer } from '../callbacks/transfer.ts'
import { attempt } from '../callbacks/tries/attempt.ts'
import { rangBack } from '../callbacks/tries/rang-back.ts'
import { reached } from '../callbacks/tries/reached.ts'
import { undo } from '../callbacks/tries/undo.ts'
import { unreachable } from '../callbacks/tries/unreachable.ts'
import { visit } from '../callbacks/visit.ts'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import { writingDenials } from '../identity/denials.ts'
import { allow } from '../identity/enforce.ts'
import type { Staff } from '../identity/sessions.ts'
import type { Parts } from '../parts.ts'
import { answers, bodyOf, RequestId, ref } from './schemas.ts'

const tags = ['desk']
const security = [{ session: [] }]
const ONE = '/api/desk/requests/:id'
const params = Type.Object({ id: RequestId })
const row = answers({ 200: ref('QueueRow') })

type Does<Act extends DeskAct> = (
  deps: Deps,
  staff: Staff,
  id: string,
  body: ActBody<Act>,
) => Promise<QueueRow>

/** Every act of the table of life: who does it, and what the contract says of it. */
const ACTS: { [Act in DeskAct]: { does: Does<Act>; summary: string } } = {
  take: { does: take, summary: 'Take a request: one of any number who try gets it' },
  release: { does: release, summary: 'Let it wait again' },
  attempt: { does: attempt, summary: 'Write down a try to reach the resident' },
  reached: { does: reached, summary: 'The resident was reached' },
  unreachable: { does: unreachable, summary: 'Decide that the resident cannot be reached' },
  close: { does: close, summary: 'Close it, and say whether it is in the client system' },
  transfer: { does: transfer, summary: 'Hand it over to another area or lane; it keeps its promise' },
  visit: { does: visit, summary: 'Set when and where the resident is met' },
  note: { does: note, summary: 'Add a note, sealed under the request’s key, whoever holds it' },
  'rang-back': { does: rangBack, summary: 'The resident rang, and somebody else answered' },
  undo: { does: undo, summary: 'Take the last act back, for a minute' },
  free: { does: free, summary: 'Let a colleague’s request wait for the others: who leads' },
  plan: { does: changePlan, summary: 'Write down what was agreed, upon the version that was seen' },
  reopen: { does: reopen, summary: 'Open a closed one again: it is taken by who opens it' },
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
        summary: 'Who waits in my areas, the nearest promise first: a page, or what has changed',
        querystring: QueueAsked,
        response: answers({ 200: ref('Queue') }),
      },
    },
    async (request) => {
      await allow(parts, request.staff, 'queue.read')
      return queue(deps, request.staff, request.query)
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

  for (const act of DESK_ACTS) {
    const { does, summary } = ACTS[act]
    const body = bodyOf(act)
    const schema = { tags, security, params, ...(body && { body }), summary, response: row }
    app.post(`${ONE}/${addressOf(act)}`, { preHandler: guards, schema }, (request: FastifyRequest) => {
      const { staff } = request
      const { id } = request.params as Static<typeof params>
      // the schema has judged it: it is what this act is told
      const told = request.body as never
      return denials(staff, `request.${act}`, id, () => does(deps, staff, id, told))
    })
  }
}
