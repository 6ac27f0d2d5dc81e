/** Asks everything of everybody by the rules, and says in words what is not as they say. */
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { size } from '../../support/evidence.ts'
import { ACTORS, type Actor, type Asked, OBJECTS, RULES, type Rule } from './authorization.rules.ts'
import { MARKER, type World } from './authorization-world.ts'
import { PASSWORD, signIn } from './servers.ts'

type Cell = { operation: string; rule: Rule; actor: Actor; object: Asked | undefined; status: number }
type Answer = { status: number; headers: string; body: string }
export type Seen = { asked: number; allowed: number; faults: string[]; denied: string[] }

const FILLED: Record<string, string> = {
  ...{
    language: 'fi',
    item: 'home-care',
    part: 'dialogue',
    area: 'north',
    municipality: '410',
    station: 'laukaa',
    view: '00000000-0000-7000-8000-0000000000aa',
  },
  ...{
    line: 'emergency',
    lane: 'guidance',
    person: 'nobody',
    closure: 'a-day',
    from: '2099-01-01',
    number: 'line:emergency',
  },
}
/** What one answer has and the next has not, whoever is asked about. */
const PASSING = /^(date|keep-alive|connection): /

export const operationsOf = (document: { paths: Record<string, object> }): string[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )

/** Where everybody gets the same, a few stand for all in the short form. */
const FEW: readonly Actor[] = ['nobody', 'coordinator', 'other page']
const askersOf = ({ statuses }: Rule) =>
  new Set(Object.values(statuses)).size === 1 ? size(FEW, ACTORS) : ACTORS

/** Refused before anything is looked for: in the short form it is enough to ask about one object. */
const isRefusedUnseen = ({ object, status }: Cell) =>
  object !== undefined && (status === 401 || status === 403)

/** @throws when a rule has not one status for each object */
function cellsOf(operation: string): Cell[] {
  const rule = RULES[operation] as Rule
  const objects = operation.includes('{id}') ? OBJECTS : [undefined]
  return askersOf(rule).flatMap((actor) => {
    const statuses = rule.statuses[actor].split(' ').map(Number)
    if (statuses.length !== objects.length) throw new Error(`${operation}: ${actor} has too few or too many`)
    return objects
      .map((object, at) => ({ operation, rule, actor, object, status: statuses[at] as number }))
      .filter((cell) => size(!isRefusedUnseen(cell) || cell.object === 'north', true))
  })
}

/** Who `no header` and `other page` are to the server. */
export const personOf = (actor: Actor): string =>
  actor === 'no header' || actor === 'other page' ? 'coordinator' : actor

export function headersFor(world: World, actor: Actor, about?: CallbackRequestBody): Record<string, string> {
  const { at, cookies, standing } = world
  const cookie = cookies[personOf(actor)]
  const another = about === standing.south ? standing.north : standing.south
  const codes: Partial<Record<Actor, string | undefined>> = {
    resident: about?.code,
    'wrong code': another.code,
    'no header': about?.code,
    'other page': about?.code,
  }
  const code = codes[actor]
  return {
    origin: actor === 'other page' ? 'https://host.example' : at.url,
    ...(actor !== 'no header' && { 'x-kynnys': '1' }),
    ...(cookie !== undefined && { cookie }),
    ...(code !== undefined && { authorization: `Bearer ${code}` }),
  }
}

async function send(
  world: World,
  operation: string,
  headers: Record<string, string>,
  more: { id?: string; body?: object | undefined },
): Promise<Answer> {
  const [method = '', path = ''] = operation.split(' ')
  const filled = path.replace(/\{(\w+)\}/g, (_all, slot: string) =>
    slot === 'id' ? (more.id ?? '') : slot === 'revision' ? world.revision : (FILLED[slot] ?? ''),
  )
  const query = path === '/api/promises' ? '?station=laukaa' : ''
  const answer = await fetch(`${world.at.url}${filled}${query}`, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: {
      'accept-encoding': 'identity',
      ...headers,
      ...(more.body && { 'content-type': 'application/json' }),
    },
    ...(more.body && { body: JSON.stringify(more.body) }),
  })
  const told = [...answer.headers].map(([name, value]) => `${name}: ${value}`)
  return {
    status: answer.status,
    headers: told.filter((line) => !PASSING.test(line)).join('\n'),
    body: await answer.text(),
  }
}

/** Whose roles let them do nothing with requests. */
const ROLES_AWAY: readonly Actor[] = ['editor', 'admin', 'auditor']

const writes = ({ operation }: Cell) => !operation.startsWith('get ')
const isAllowed = ({ status }: Cell) => status < 400

/** For an allowed act a request of its own, as far along as the act needs; else the one that stands. */
async function objectOf(world: World, cell: Cell): Promise<CallbackRequestBody | undefined> {
  const { object, actor, rule } = cell
  if (object === undefined) return undefined
  if (!writes(cell) || !isAllowed(cell)) return world.standing[object]
  const fresh = await world.ask(object === 'south' ? 'south' : 'north')
  const keeper: Actor = object === 'south' ? 'elsewhere' : 'coordinator'
  const before = rule.byAnother ? keeper : actor
  for (const act of rule.after ?? []) {
    const path = `post /api/desk/requests/{id}/${act}`
    const { id } = fresh
    const { status } = await send(world, path, headersFor(world, before, fresh), {
      id,
      body: RULES[path]?.body,
    })
    if (status !== 200) throw new Error(`${before} could not ${act} first: ${status}`)
  }
  return fresh
}

/** Credentials that the actor would sign in with, a request to be received, or what the rule says; a visit is at the request's station. */
function bodyOf(
  world: World,
  { operation, actor, rule }: Cell,
  about?: CallbackRequestBody,
): object | undefined {
  if (about && operation.endsWith('/visit')) return { ...rule.body, station: about.station }
  if (operation === 'post /api/callback-requests') return world.newBody()
  if (operation === 'post /api/desk/assisted-requests') return { ...world.newBody(), ends: 'later' }
  if (operation === 'post /api/session') return { username: personOf(actor), password: PASSWORD }
  return rule.body
}

async function answerTo(world: World, cell: Cell) {
  const about = await objectOf(world, cell)
  const headers = headersFor(world, cell.actor, about)
  // an allowed signing out ends a session of its own
  if (cell.operation === 'delete /api/session' && isAllowed(cell))
    headers.cookie = (await signIn(world.at, cell.actor)).cookie
  const answer = await sendAs(world, cell, headers, about)
  if (cell.operation === EVERYWHERE && answer.status === 204)
    world.cookies[cell.actor] = (await signIn(world.at, cell.actor)).cookie
  return { about, answer }
}

/** Ends the session that the actor asks everything else with, too. */
const EVERYWHERE = 'delete /api/session/everywhere'

function sendAs(world: World, cell: Cell, headers: Record<string, string>, about?: CallbackRequestBody) {
  const body = bodyOf(world, cell, about)
  return send(world, cell.operation, headers, { ...(about && { id: about.id }), body })
}

/** What is wrong with an answer by itself. */
function wrongWith(
  { operation, status }: Cell,
  about: CallbackRequestBody | undefined,
  answer: Answer,
): string[] {
  const wrong: string[] = []
  if (answer.status !== status) wrong.push(`answered ${answer.status} and not ${status}`)
  const opens = operation === 'get /api/desk/requests/{id}' && answer.status === 200
  const rest = opens ? answer.body.replaceAll(`${MARKER}${about?.id}`, '') : answer.body
  if (rest.includes(MARKER)) wrong.push('tells what a resident wrote')
  if (/^access-control-allow-origin/m.test(answer.headers) && operation !== 'get /widget.js')
    wrong.push('may be read by any page')
  return wrong
}

/** Asks every cell of some operations. Denials that have to be in the access log are gathered as they should stand there. */
export async function walk(world: World, operations: string[]): Promise<Seen> {
  const seen: Seen = { asked: 0, allowed: 0, faults: [], denied: [] }
  const alike = new Map<string, Answer>()
  for (const cell of operations.flatMap(cellsOf)) {
    const { operation, actor, object, status, rule } = cell
    const { about, answer } = await answerTo(world, cell)
    const fault = (what: string) =>
      seen.faults.push(`${what}: ${operation}, ${actor}, ${object ?? 'nothing'}`)
    wrongWith(cell, about, answer).forEach(fault)
    seen.asked += 1
    if (answer.status < 400) seen.allowed += 1
    const person = world.persons[personOf(actor)]
    const isDenied = rule.denied?.includes(actor) ?? (status === 404 || ROLES_AWAY.includes(actor))
    if (rule.action !== undefined && person !== undefined && !isAllowed(cell) && isDenied)
      seen.denied.push(`${person} ${rule.action} ${about?.id ?? null}`)
    if (answer.status !== 404) continue
    const first = alike.get(`${operation} ${actor}`) ?? answer
    alike.set(`${operation} ${actor}`, first)
    if (first.body !== answer.body || first.headers !== answer.headers)
      fault('is told apart from other denials')
  }
  return seen
}
