/** What the stand-in for the server finds again, and what was closed on it: enough for what a desk shows of them. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { OpenRequest } from '#core/contract/desk.ts'
import type { ArchivedRow, Ended, FoundRequests, FoundRow } from '#core/contract/found.ts'

export type FoundState = {
  requests: Map<string, OpenRequest>
  /** what desks have looked for */
  lookedFor: string[]
  /** the next search is refused so */
  refuses: { status: number; code: string; field?: string } | undefined
}

const PAGE = 50

function endedOf({ row, closing, history }: OpenRequest): Ended | undefined {
  const { at } = history.findLast(({ type }) => type === 'request-closed') ?? { at: row.receivedAt }
  return row.status === 'closed' && closing ? { at, ...closing } : undefined
}

function hit(request: OpenRequest, text: string): FoundRow | undefined {
  const has = (said: string | undefined) => said?.toLowerCase().includes(text) ?? false
  const ended = endedOf(request)
  const { row, contact } = request
  const by: FoundRow['by'] = [
    ...(row.reference.toLowerCase() === text ? (['reference'] as const) : []),
    ...(!ended && has(contact.name) ? (['name'] as const) : []),
    ...(!ended && has(contact.ownWords) ? (['words'] as const) : []),
  ]
  return by.length > 0 ? { row, by, ...(ended && { ended }) } : undefined
}

function archiveOf(state: FoundState, me: string | undefined, of: string, after: string | undefined) {
  const all = [...state.requests.values()].flatMap((request): ArchivedRow[] => {
    const ended = endedOf(request)
    return ended && (of === 'areas' || request.row.takenBy?.id === me) ? [{ row: request.row, ended }] : []
  })
  const inOrder = all.sort((one, other) => other.ended.at.localeCompare(one.ended.at))
  const from = inOrder.findIndex(({ row }) => row.id === after) + 1
  const rows = inOrder.slice(from, from + PAGE)
  return { rows, ...(from + PAGE < inOrder.length && { after: rows.at(-1)?.row.id }) }
}

/** @param whose the id of who asks */
export function foundRoutes(
  app: FastifyInstance,
  state: FoundState,
  whose: (request: { cookies: Record<string, string | undefined> }) => string | undefined,
) {
  app.post('/api/desk/search', (request, reply: FastifyReply) => {
    const { text } = request.body as { text: string }
    state.lookedFor.push(text)
    const { refuses } = state
    state.refuses = undefined
    if (refuses)
      return reply.code(refuses.status).send({ type: 'about:blank', title: refuses.code, ...refuses })
    const rows = [...state.requests.values()].flatMap((one) => hit(one, text.toLowerCase()) ?? [])
    const looked = /\d/.test(text) ? (['reference'] as const) : (['name', 'words'] as const)
    return { rows, looked: [...looked] } satisfies FoundRequests
  })
  app.get('/api/desk/archive', (request) => {
    const { of = 'mine', from, after } = request.query as { of?: string; from?: string; after?: string }
    const since = from === 'recent' ? { since: '2026-11-27' } : {}
    return { ...since, ...archiveOf(state, whose(request as never), of, after) }
  })
}
