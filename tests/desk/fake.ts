/** A small stand-in for the server, for the states of the desk that a real one shows only in trouble: silence, refusals, cut lines. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import cookie from '@fastify/cookie'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Me, OpenRequest, QueueRow, TryTime } from '#core/contract/desk.ts'
import type { Event, EventType } from '#core/contract/event.ts'
import type { PlanTold } from '#core/contract/plan.ts'
import type { Readings } from '#core/contract/readings.ts'
import type { DeskViews } from '#core/contract/view.ts'
import {
  addressOf,
  DESK_ACTS,
  type DeskAct,
  holdOf,
  isPossible,
  LIFE,
  nextStatus,
} from '#core/request/life.ts'
import { instantIn } from '#core/say/time.ts'
import { loadDialogue, loadWords } from '../support/content.ts'
import { type FoundState, foundRoutes } from './found/fake-found.ts'
import { viewRoutes } from './plan/fake-views.ts'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
const DIST = new URL('../../dist/desk', import.meta.url).pathname

/** Read once: every test asks for the same. */
const dialogue = loadDialogue()
const known = new Map<string, ReturnType<typeof loadWords>>()
function wordsOf(language: string) {
  const words = known.get(language) ?? loadWords(language)
  known.set(language, words)
  return words
}

const areas = [
  { area: 'south', name: 'Etelä: Joutsa, Luhanka ja Toivakka' },
  { area: 'west', name: 'Länsi: Keuruu, Multia ja Petäjävesi' },
  { area: 'north', name: 'Pohjoinen: Laukaa ja Konnevesi' },
]
export const person = (id: string, firstName: string): Me => ({
  id,
  organisation: 'example',
  firstName,
  name: `${firstName} Esimerkki`,
  title: 'palveluohjaaja',
  roles: ['coordinator'],
  areas: areas.slice(1).map((area, index) => ({ ...area, substitute: index === 0 })),
  allAreas: areas,
  municipalities: (dialogue.lists.municipalities ?? []).map((one) => ({
    code: one.id,
    name: { fi: String((one as Record<string, unknown>).name) },
  })),
  stations: [{ station: 'laukaa', name: 'Laukaan sosiaali- ja terveysasema' }],
})

type Socket = { send(text: string): void; terminate(): void }
type State = FoundState & {
  people: Map<string, Me>
  events: Event[]
  /** whose queue is read: an absence or another area of work changes it */
  areas?: string[]
  sockets: Set<Socket>
  /** how long a session lasts, as one is told; it ends when a test ends it */
  lasts?: Me['session']
  /** who has read what is asked for */
  readings: Readings['readings']
  /** what each person has kept of how they look at the queue */
  kept: Map<string, DeskViews>
  /** questions that a page asked by itself, or for a person: they alone keep a session */
  asked: { path: string; byItself: boolean }[]
}

const problemOf = (status: number, code: string, more = {}) => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  ...more,
})
const problem = (reply: FastifyReply, status: number, code: string, more = {}) =>
  reply.code(status).send(problemOf(status, code, more))

type Change = { [Key in keyof QueueRow]?: QueueRow[Key] | undefined }

const FREE: Change = { takenBy: undefined, takenUntil: undefined }

/** What an act does to a row beside its status. */
const DOES: Partial<Record<DeskAct, (row: QueueRow, me: Me, body: ActBody) => Change>> = {
  take: (_row, { id, firstName }) => ({
    takenBy: { id, firstName },
    takenUntil: new Date(Date.now() + 3_600_000).toISOString(),
  }),
  reopen: (_row, { id, firstName }) => ({ takenBy: { id, firstName } }),
  release: () => FREE,
  transfer: (_row, _me, { person }) =>
    person
      ? {
          status: 'taken',
          takenBy: { id: person, firstName: person === 'p2' ? 'Elias' : person },
          takenUntil: new Date(Date.now() + 3_600_000).toISOString(),
        }
      : FREE,
  attempt: (row, _me, body) => ({
    ...tried(row, body),
    ...(body.result === 'answered' && { status: nextStatus(row.status, 'reached') ?? row.status }),
  }),
  reached: (row) => tried(row, { result: 'answered' }),
}

/** What an attempt leaves on a row; the next one is planned where it was told. */
function tried({ attempts, firstAttemptAt, nextTry }: QueueRow, { result, next }: ActBody): Change {
  const count = attempts + 1
  return {
    attempts: count,
    firstAttemptAt: firstAttemptAt ?? new Date().toISOString(),
    tried: { count, last: result as 'answered', days: 1, parts: 1 },
    nextTry: next ? { ...next, until: new Date(instantIn(next.day, next.by)).toISOString() } : nextTry,
  }
}

/** The row after an act, as the table of a request’s life has it; undefined: it cannot be done now. */
function acted(row: QueueRow, act: DeskAct, me: Me, body: ActBody): Change | undefined {
  const until = row.takenUntil ? Date.parse(row.takenUntil) : undefined
  const hold = holdOf({ holder: row.takenBy?.id, until }, me.id, Date.now())
  if (!isPossible(act, row, hold)) return undefined
  return { status: nextStatus(row.status, act), ...DOES[act]?.(row, me, body) }
}

function tell(state: State, type: EventType, request?: string, actor?: string) {
  const event = {
    number: state.events.length + 1,
    type,
    at: new Date().toISOString(),
    request,
    actor,
  } as Event
  state.events.push(event)
  for (const socket of state.sockets) socket.send(JSON.stringify(event))
  return event
}

type ActBody = {
  outcome?: string
  recorded?: boolean
  result?: string
  next?: TryTime
  way?: string
  area?: string
  lane?: string
  person?: string
  reason?: string
  text?: string
  version?: number
}

const planned = (
  { firstName }: Me,
  { version: _, parties, ...told }: PlanTold,
): NonNullable<OpenRequest['plan']> => ({
  ...told,
  parties: parties.map((one) => ({ ...one, at: new Date().toISOString(), by: firstName })),
})

const handedOver = ({ row, handovers = [] }: OpenRequest, { firstName }: Me, { reason = '' }: ActBody) => [
  ...handovers,
  { at: new Date().toISOString(), by: firstName, from: 'north', to: row.area, reason },
]

function doAct(state: State, me: Me, id: string, act: DeskAct, body: ActBody): [number, unknown] {
  const request = state.requests.get(id)
  if (!request) return [404, problemOf(404, 'not-found')]
  if (body.version !== undefined && body.version !== request.version)
    return [409, problemOf(409, 'wrong-status')]
  const done = acted(request.row, act, me, body)
  if (!done && act === 'take')
    return [409, problemOf(409, 'already-taken', { by: request.row.takenBy?.firstName })]
  if (!done) return [409, problemOf(409, 'wrong-status')]
  request.version += 1
  request.row = { ...request.row, ...done, ...(body.area ? { area: body.area } : {}) } as QueueRow
  if (act === 'reopen') delete request.closing
  if (act === 'plan') request.plan = planned(me, body as PlanTold)
  if (body.lane) request.row.lane = body.lane
  if (body.reason) request.handovers = handedOver(request, me, body)
  if (act === 'close') request.closing = { outcome: body.outcome ?? '', recorded: body.recorded === true }
  if (body.text) request.notes.push({ at: new Date().toISOString(), by: me.firstName, text: body.text })
  const event = tell(state, LIFE[act].event, id, me.id)
  request.history.push({
    ...event,
    by: me.firstName,
    way: body.way,
    result: body.result,
  } as OpenRequest['history'][number])
  return [200, request.row]
}

const PAGE = 100

/** A page from the row after the one that the cursor names. */
function pageOf(whole: ReturnType<typeof wholeQueue>, after?: string) {
  const from = whole.rows.findIndex(({ id }) => id === after) + 1
  const rows = whole.rows.slice(from, from + PAGE)
  const last = rows.at(-1)?.id
  return { ...whole, rows, ...(from + PAGE < whole.rows.length && last && { after: last }) }
}

/** The queue, or what events name since one; what was closed is recorded. */
type QueueQuery = { since?: string; state?: string; after?: string }

function queueOf(state: State, { since, state: which, after }: QueueQuery) {
  const whole = wholeQueue(state)
  if (which === 'unrecorded') return { ...whole, rows: [] }
  if (since === undefined) return pageOf(whole, after)
  const named = new Set(state.events.slice(Number(since)).map(({ request }) => request ?? ''))
  const rows = whole.rows.filter(({ id }) => named.has(id))
  return { ...whole, rows, gone: [...named].filter((id) => !rows.some((row) => row.id === id)) }
}

const counts = {
  open: 0,
  waiting: 0,
  mine: 0,
  tried: 0,
  overdue: 0,
  soon: 0,
  danger: 0,
  unrecorded: 0,
  parts: [],
}

function wholeQueue(state: State) {
  const rows = [...state.requests.values()]
    .map(({ row }) => row)
    .filter((row) => row.status !== 'closed' && (state.areas?.includes(row.area) ?? true))
  rows.sort(
    // what has no date comes last
    (a, b) =>
      (a.promise?.until ?? '~').localeCompare(b.promise?.until ?? '~') ||
      a.receivedAt.localeCompare(b.receivedAt),
  )
  return {
    number: state.events.length,
    now: new Date().toISOString(),
    areas: state.areas ?? areas.map(({ area }) => area),
    rows,
    counts,
  }
}

const whose = (state: State, request: FastifyRequest) => state.people.get(request.cookies.session ?? '')

function sessionRoutes(app: FastifyInstance, state: State) {
  const told = (me: Me): Me => ({ ...me, ...(state.lasts && { session: state.lasts }) })
  app.post('/api/session', (request, reply) => {
    const { username } = request.body as { username: string }
    const me = state.people.get(username)
    if (!me) return problem(reply, 401, 'wrong-sign-in')
    return reply.setCookie('session', username, { path: '/' }).send(told(me))
  })
  app.get('/api/session', (request, reply) => {
    const me = whose(state, request)
    return me ? told(me) : problem(reply, 401, 'signed-out')
  })
  app.delete('/api/session', (_request, reply) =>
    reply.clearCookie('session', { path: '/' }).code(204).send(),
  )
}

function deskRoutes(app: FastifyInstance, state: State, trouble: Trouble) {
  app.get('/api/desk/queue', ({ query }) => queueOf(state, query as QueueQuery))
  app.get('/api/desk/aside', () => ({ areas: [] }))
  app.get('/api/desk/requests/:id', (request, reply) => {
    const { id } = request.params as { id: string }
    return state.requests.get(id) ?? problem(reply, 404, 'not-found')
  })
  app.post('/api/desk/requests/:id/copied', (_request, reply) =>
    trouble.fails ? problem(reply, 503, 'unavailable') : reply.code(204).send(),
  )
  app.get('/api/desk/requests/:id/readings', () => ({ readings: state.readings }))
  app.post('/api/desk/requests/:id/:name', (request, reply) => {
    const { id, name } = request.params as { id: string; name: string }
    const me = whose(state, request)
    const act = DESK_ACTS.find((one) => addressOf(one) === name)
    if (!act) return problem(reply, 404, 'not-found')
    if (trouble.fails) return problem(reply, 503, 'unavailable')
    if (trouble.swallows) {
      if (me) doAct(state, me, id, act, (request.body ?? {}) as ActBody)
      return void request.raw.socket.destroy()
    }
    if (!me) return
    const [status, answer] = doAct(state, me, id, act, (request.body ?? {}) as ActBody)
    return reply.code(status).send(answer)
  })
  app.get('/api/desk/live', { websocket: true }, (socket, request) => {
    const after = Number((request.query as { after: string }).after)
    for (const event of state.events.slice(after)) socket.send(JSON.stringify(event))
    state.sockets.add(socket)
    socket.on('close', () => state.sockets.delete(socket))
  })
}

function contentRoutes(app: FastifyInstance, dist: string) {
  app.get('/api/content/:language', (request) => {
    const { language } = request.params as { language: string }
    return { revision: 'r1', flow: 'r1', language, languages: ['fi', 'sv', 'en'], parts: [] }
  })
  app.get('/api/content/:revision/:part', (request, reply) => {
    const { revision, part } = request.params as { revision: string; part: string }
    const [name, language = ''] = part.split('.')
    if (name === 'dialogue') return dialogue
    // an older revision, from before there was anything but Finnish, with a life area that has since gone
    if (revision === 'r0' && language !== 'fi') return problem(reply, 404, 'not-found')
    const { advice = {}, ...words } = wordsOf(language)
    if (name === 'advice') return { advice }
    const stoves = { ...words.guidance, 'needs.options.stoves': 'Puulämmitys' }
    return revision === 'r0' ? { ...words, guidance: stoves } : words
  })
  app.get('/desk/*', (request, reply) => {
    const path = (request.params as { '*': string })['*'] || 'index.html'
    return reply
      .header('content-security-policy', POLICY)
      .type(types[extname(path)] ?? 'text/plain')
      .send(readFileSync(join(dist, path)))
  })
}

/**
 * `cut`: staff’s addresses answer nothing good; `fails`: every act is refused for want of storage; `swallows`: every act
 * is done, and its answer lost on the way.
 */
type Trouble = { cut: boolean; fails: boolean; swallows: boolean }

/** Starts on a free port. `cut` ends the sockets too. @param dist the desk that it serves */
export async function startFake(dist = DIST) {
  const state: State = {
    people: new Map(),
    requests: new Map(),
    events: [],
    sockets: new Set(),
    lookedFor: [],
    refuses: undefined,
    asked: [],
    readings: [],
    kept: new Map(),
  }
  const trouble: Trouble = { cut: false, fails: false, swallows: false }
  const app = Fastify({ forceCloseConnections: true })
  await app.register(cookie)
  await app.register(websocket)
  app.addHook('preHandler', async (request, reply) => {
    const byItself = request.headers['x-kynnys-by-itself'] !== undefined
    if (request.method === 'GET') state.asked.push({ path: request.url, byItself })
    if (!request.url.startsWith('/api/desk')) return
    if (trouble.cut) return reply.code(503).send('')
    if (!whose(state, request)) return problem(reply, 401, 'signed-out')
  })
  sessionRoutes(app, state)
  deskRoutes(app, state, trouble)
  viewRoutes(app, state.kept, ({ cookies }) => state.people.get(cookies.session ?? '')?.id)
  foundRoutes(app, state, ({ cookies }) => state.people.get(cookies.session ?? '')?.id)
  contentRoutes(app, dist)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    state,
    trouble,
    tell: (type: EventType, request?: string, actor?: string) => tell(state, type, request, actor),
    cut() {
      trouble.cut = true
      for (const socket of state.sockets) socket.terminate()
    },
    /** as it was when it started: two people, no request, no trouble */
    reset() {
      for (const part of [state.requests, state.sockets, state.kept]) part.clear()
      state.lookedFor.length = 0
      state.refuses = undefined
      for (const list of [state.events, state.asked, state.readings]) list.length = 0
      delete state.lasts
      state.people = new Map([
        ['helmi', person('p1', 'Helmi')],
        ['elias', person('p2', 'Elias')],
      ])
      Object.assign(trouble, { cut: false, fails: false, swallows: false })
    },
    heartbeat() {
      const frame = JSON.stringify({ type: 'heartbeat', number: state.events.length })
      for (const socket of state.sockets) socket.send(frame)
    },
    close: () => app.close(),
  }
}
