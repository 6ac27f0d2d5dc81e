/** All that may go wrong while somebody’s words pass through the server: each word occurs nowhere else, so that it can be looked for. */
import { randomInt } from 'node:crypto'
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { asking } from '../../support/asking.ts'
import { say } from '../../support/hostile/wire.ts'
import { marker, phoneMarker } from '../../support/marker.ts'
import { type Running, startProcess, until } from '../../support/process.ts'
import type { Markers } from '../../support/screen/traces.ts'
import { headersOf, revisionOf, type Servers, type Session } from './servers.ts'

/** As long as a code is, from letters that it may have. */
const codeMarker = () => `ZQ${randomInt(1_000_000, 9_999_999)}ZQZ`.replace(/0/g, '7')

/** What is said to the server, by whom and where: in small letters, as some of it is kept. */
export type Words = ReturnType<typeof newWords>
export const newWords = () => ({
  name: marker('nimi'),
  'own words': marker('sanat'),
  phone: phoneMarker(),
  note: marker('muistio'),
  code: codeMarker(),
  password: marker('salasana'),
  'somebody’s username': marker('tunnus'),
  'name of a field': marker('kentta'),
  'name in an address': marker('osoite'),
  header: marker('otsake'),
})

export type Ground = {
  servers: Servers
  at: Running
  session: Session
  words: Words
  revision: string
  /** as sent: how many, and how they were answered (0: the line was cut) */
  answered: Map<number, number>
}

export async function groundOf(servers: Servers, session: Session, words = newWords()): Promise<Ground> {
  const revision = await revisionOf(servers)
  return { servers, at: session.at, session, words, revision, answered: new Map() }
}

/** What no log may hold: the words, the session, the keys, and whence somebody came. */
export function markersOf({ words, session, servers }: Ground): Markers {
  return {
    ...words,
    'phone in international form': `+358${words.phone}`,
    session: session.cookie.split('=')[1] ?? '',
    'data key': servers.environment.DATA_KEY ?? '',
  }
}

export function bodyWith({ words, revision }: Ground, more: Parameters<typeof asking>[1] = {}) {
  const { contact, ...rest } = more
  return asking(revision, {
    on: new Date().toISOString().slice(0, 10),
    contact: { phone: `0${words.phone}`, name: words.name, ownWords: words['own words'], ...contact },
    ...rest,
  })
}

export async function ask(
  ground: Ground,
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
) {
  const { at, session, words, answered } = ground
  const headers = { ...headersOf({ ...session, at }), 'x-said': words.header, ...more }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const sent = { method, headers, ...(body !== undefined && { body: text }) }
  const status = await fetch(`${at.url}${path}`, sent).then(
    async (answer) => {
      await answer.arrayBuffer()
      return answer.status
    },
    () => 0,
  )
  answered.set(status, (answered.get(status) ?? 0) + 1)
  return status
}

const submitted = async (ground: Ground, body: CallbackRequestBody) => {
  const status = await ask(ground, 'POST', '/api/callback-requests', body)
  if (status !== 201) throw new Error(`not received: ${status}`)
  return body
}
const bearer = (code: string) => ({ authorization: `Bearer ${code}` })
const desk = (id: string, act: string) => `/api/desk/requests/${id}/${act}`

/** A request is sent, followed, corrected, taken, read, written about; another one is taken back. @returns the first's id */
export async function goesWell(ground: Ground): Promise<string> {
  const { words } = ground
  const body = await submitted(ground, bodyWith(ground, { code: words.code }))
  await submitted(ground, body)
  await ask(ground, 'GET', '/api/callback-requests/mine', undefined, bearer(words.code))
  const corrected = { contact: { name: words.name, ownWords: words['own words'] } }
  await ask(ground, 'PATCH', '/api/callback-requests/mine', corrected, bearer(words.code))
  await ask(ground, 'GET', '/api/desk/queue')
  await ask(ground, 'POST', desk(body.id, 'take'))
  await ask(ground, 'GET', `/api/desk/requests/${body.id}`)
  await ask(ground, 'POST', desk(body.id, 'notes'), { text: words.note })
  await ask(ground, 'POST', desk(body.id, 'attempts'), { result: 'no-answer', way: 'call' })
  const { id, code } = await submitted(ground, bodyWith(ground))
  await ask(ground, 'DELETE', `/api/callback-requests/${id}`, undefined, bearer(code))
  return body.id
}

/** Everything is wrong with what is sent, and all of it carries the words. */
export async function isRefused(ground: Ground, id: string): Promise<void> {
  const { words, at } = ground
  const body = bodyWith(ground)
  const own = words['own words']
  const asks = (sent: unknown) => ask(ground, 'POST', '/api/callback-requests', sent)
  await asks({ ...body, id, contact: { ...body.contact, name: `${words.name} x` } }) // another body under a known id
  await asks({ ...body, [words['name of a field']]: own })
  await asks({ ...body, answers: { [words['name of a field']]: own } })
  await asks({ ...body, station: own })
  await asks({ ...body, code: own })
  await asks({ ...body, contact: { way: own } })
  await asks({ ...body, contact: { ...body.contact, phone: own } })
  await asks(`{"contact":{"name":"${words.name}","phone":"0${words.phone}"`)
  await asks(`${own} <xml>`)
  await asks({ ...body, contact: { ...body.contact, ownWords: own.repeat(20_000) } })
  await ask(ground, 'POST', '/api/callback-requests', `<x>${own}</x>`, { 'content-type': own })
  await ask(ground, 'GET', '/api/callback-requests/mine', undefined, bearer(`${words.code}x`))
  await ask(ground, 'GET', `/${words['name in an address']}?q=${own}&phone=+358${words.phone}`)
  await ask(ground, 'GET', `/api/promises?station=${words['name in an address']}`)
  await ask(ground, 'GET', `/chat/${words['name in an address']}`)
  const signIn = (username: string) =>
    ask(ground, 'POST', '/api/session', { username, password: words.password })
  await signIn(words['somebody’s username'])
  await signIn(ground.session.username)
  await signIn(words.password.repeat(20))
  await ask(ground, 'GET', '/api/desk/queue', undefined, { cookie: `kynnys=${own}` })
  await ask(ground, 'POST', desk(own, 'take'))
  await ask(ground, 'POST', desk(id, 'transfer'), { area: words['name in an address'] })
  await ask(ground, 'POST', desk(id, 'notes'), { text: words.note.repeat(200) })
  const text = JSON.stringify(body)
  const head = (length: number) =>
    `POST /api/callback-requests HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`
  // a body that is cut off, a line that is no HTTP, an address that cannot be read
  await say(at.url, Buffer.from(head(text.length) + text.slice(0, -20)))
  await say(at.url, Buffer.from(`${own} ${words.name}\r\n\r\n`))
  await say(at.url, Buffer.from(`GET /%${words['name in an address']}%zz HTTP/1.1\r\nhost: x\r\n\r\n`))
  await say(at.url, Buffer.from(`GET /healthz HTTP/1.1\r\nhost: ${own}\r\n${own}\r\n\r\n`))
}

/** A live socket that is told the words, which a desk never is. */
export async function isTold({ at, session, words }: Ground): Promise<void> {
  const head =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
  const upgrade = `GET /api/desk/live?after=0 HTTP/1.1\r\nHost: ${new URL(at.url).host}\r\nOrigin: ${at.url}\r\nCookie: ${session.cookie}\r\n${head}\r\n\r\n`
  await say(at.url, Buffer.from(upgrade), Buffer.from(words['own words'].repeat(20)))
}

/** An act meets a table that is not there: an error of the database, with the statement in it. */
export async function failsInside(ground: Ground, id: string, run: (statement: string) => Promise<unknown>) {
  await run('alter table note rename to note_away')
  const status = await ask(ground, 'POST', desk(id, 'notes'), { text: ground.words.note })
  await run('alter table note_away rename to note')
  if (status !== 500) throw new Error(`an act without its table was answered with ${status}`)
}

/** Somebody else holds the file: writes wait in vain. */
export async function isLocked(ground: Ground, file: string): Promise<void> {
  const other = new Database(file)
  other.exec('begin exclusive')
  const status = await ask(ground, 'POST', '/api/callback-requests', bodyWith(ground))
  other.exec('rollback')
  other.close()
  if (status !== 503) throw new Error(`a locked file was answered with ${status}`)
}

/** Requests while the database dies and comes back. */
export async function isAway(ground: Ground, crash: () => Promise<void>): Promise<void> {
  let isBack = false
  const dying = crash().then(() => {
    isBack = true
  })
  while (!isBack) await ask(ground, 'POST', '/api/callback-requests', bodyWith(ground))
  await dying
  await until('the database answers again', async () => (await ask(ground, 'GET', '/readyz')) === 200)
}

/** A process whose disk is full: it says so and ends. @returns what it printed */
export async function isFull(ground: Ground, file: string): Promise<string> {
  const largestFile = Math.ceil(statSync(file).size / 1024) + 64
  const full = await startProcess(ground.servers.environment, { largestFile })
  const there = { ...ground, at: full }
  while (full.child.exitCode === null) await ask(there, 'POST', '/api/callback-requests', bodyWith(there))
  await full.ended
  return full.output()
}

/** What nobody caught, thrown with somebody's words in it, and a promise that nobody waited for. The build has the fault. */
export const FALLS = {
  file: 'server/callbacks/note.ts',
  find: 'asSeen(row, version)',
  put: `asSeen(row, version)
      if (text.startsWith('falls ')) setImmediate(() => { throw new Error(text) })
      if (text.startsWith('rejects ')) void Promise.reject(new TypeError(text))`,
}

/** The process ends on an error that quotes a note. @returns its exit code */
export async function falls(ground: Ground, id: string, how: 'falls' | 'rejects'): Promise<number | null> {
  await ask(ground, 'POST', desk(id, 'notes'), { text: `${how} ${ground.words.note}` })
  return ground.at.ended
}
