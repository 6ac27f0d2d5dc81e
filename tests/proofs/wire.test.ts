/** Lines and frames that no browser sends, to the server as it ships: none hides a second request, none ends the process. */
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { seeded } from '#core/walk/random.ts'
import { asking } from '../support/asking.ts'
import { brokenServer } from '../support/broken.ts'
import { sqlite } from '../support/databases.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { BAD_UPGRADES, speeches, upgrade } from '../support/hostile/frames.ts'
import { rawLines } from '../support/hostile/raw-lines.ts'
import { MARKER } from '../support/hostile/shapes.ts'
import { INSIDES } from '../support/hostile/trial.ts'
import { eachOf, say, statusesIn } from '../support/hostile/wire.ts'
import { longDescribe } from '../support/long.ts'
import { type Running, until } from '../support/process.ts'
import {
  coordinators,
  figuresOf,
  revisionOf,
  type Servers,
  type Session,
  startServers,
} from './trials/servers.ts'

const PROOF = 'wire'
const SEED = 20_261_127
const LINES = size(100, 2000)
const SPEECHES = size(40, 1000)
const AT_ONCE = 32
const LONG = 1_800_000

const open: Servers[] = []
afterEach(async () => {
  for (const servers of open.splice(0)) await servers.close()
})

async function serve(main?: string) {
  const environment = { LOG_LEVEL: 'debug' }
  const servers = await startServers(sqlite, { count: 1, environment, ...(main !== undefined && { main }) })
  open.push(servers)
  const sessions = await coordinators(servers, 2)
  return { servers, server: servers.running[0] as Running, sessions }
}

/** Each on a socket of its own. @returns faults in words, and how the lines were answered */
async function lines({ url }: Running, count: number) {
  const faults: string[] = []
  const statuses: number[] = []
  let silent = 0
  await eachOf(rawLines(count, seeded(SEED)), AT_ONCE, async ({ bytes, smuggles }) => {
    const { came, isOurs } = await say(url, bytes)
    const told = statusesIn(came).filter((status) => status !== 100)
    statuses.push(...told)
    if (isOurs) silent += 1
    const wrong = (what: string) =>
      faults.push(
        `${what}: ${JSON.stringify(bytes.toString('latin1').slice(0, 300))} → ${came.slice(0, 300)}`,
      )
    if (told.some((status) => status >= 500)) wrong('an error of ours')
    if (came !== '' && told.length === 0) wrong('not an answer in HTTP')
    if (smuggles && told.length > 1) wrong('a second request was hidden')
    if (INSIDES.test(came)) wrong('tells of our insides')
  })
  return { faults, statuses, silent }
}

/** A desk that behaves, and hears. */
async function listener({ url }: Running, { cookie }: Session) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/desk/live?after=0`, {
    headers: { cookie, origin: url },
  })
  const heard: string[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data)).request))
  socket.on('error', () => {})
  await until('a desk listens', () => socket.readyState === WebSocket.OPEN)
  return { heard, leave: () => socket.terminate() }
}

const figure = async (at: Running, name: string) =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await figuresOf(at))?.[1])

const isAlive = async ({ url, child }: Running) =>
  child.exitCode === null &&
  (await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  ))

async function ask(servers: Servers, { url }: Running): Promise<string> {
  const body = asking(await revisionOf(servers), {
    id: randomUUID(),
    on: new Date().toISOString().slice(0, 10),
  })
  const headers = { 'content-type': 'application/json' }
  await fetch(`${url}/api/callback-requests`, { method: 'POST', headers, body: JSON.stringify(body) })
  return body.id
}

describe('lines that no library sends', () => {
  it('are answered below 500 or closed, and hide no second request', { timeout: LONG }, async () => {
    const { server } = await serve()
    const { faults, statuses, silent } = await lines(server, LINES)
    expect(faults.slice(0, 20)).toEqual([])
    expect(statuses.length).toBeGreaterThan(LINES / 2)
    expect(server.output()).not.toContain(MARKER)
    expect(await isAlive(server)).toBe(true)
    tell(PROOF, 'lines without a library: two lengths, bare line feeds, chunks that lie, bombs', {
      ...{ seed: SEED, lines: LINES, answers: statuses.length, '5xx': 0, 'hidden requests': 0 },
      '2xx': statuses.filter((status) => status < 300).length,
      'closed by us': silent,
    })
  })
})

describe('what no desk says', () => {
  it('closes that socket only: the process lives and another desk hears every event', {
    timeout: LONG,
  }, async () => {
    const { servers, server, sessions } = await serve()
    const [rude, polite] = sessions as [Session, Session]
    const desk = await listener(server, polite)
    const before = await ask(servers, server)
    const { cookie } = rude
    for (const [more, line] of BAD_UPGRADES) {
      const { came, isOurs } = await say(server.url, upgrade(server.url, { cookie, ...more }, line))
      const [status = 0] = statusesIn(came)
      const what = `${line} ${JSON.stringify(more)} → ${came.slice(0, 100)}`
      expect(status, what).not.toBe(101)
      expect(status, what).toBeLessThan(500)
      expect(isOurs, what).toBe(false)
    }
    let opened = 0
    await eachOf(speeches(SPEECHES, seeded(SEED)), AT_ONCE, async (speech) => {
      const { came } = await say(server.url, upgrade(server.url, { cookie }), speech)
      if (came.startsWith('HTTP/1.1 101 ')) opened += 1
    })
    expect(opened).toBe(SPEECHES)
    const after = await ask(servers, server)
    await until('the polite desk hears on', () => [before, after].every((id) => desk.heard.includes(id)))
    await until('nobody else listens', async () => (await figure(server, 'kynnys_live_sockets')) === 1)
    desk.leave()
    expect(server.output()).not.toContain(MARKER)
    expect(server.output()).not.toMatch(/"level":"(error|fatal)"/)
    expect(await isAlive(server)).toBe(true)
    const figures = { seed: SEED, 'bad upgrades': BAD_UPGRADES.length, 'sockets opened': opened }
    tell(PROOF, 'speeches on the live socket: text, binary, huge, fragmented, noise, bad masks', {
      ...figures,
      'sockets left open': 0,
      'process ended': 'never',
    })
  })
})

longDescribe('a server that is polite to everybody', () => {
  it('red twin: takes a hidden request, and ends on what a desk says', { timeout: LONG }, async () => {
    const main = await brokenServer('polite', [
      {
        file: 'server/guard/server.ts',
        find: 'maxHeaderSize: 48 * 1024,',
        put: 'maxHeaderSize: 48 * 1024, insecureHTTPParser: true,',
      },
      {
        file: 'server/routes/live-room.ts',
        find: "socket.on('message', () => close(guest, CLOSED.spoke))",
        put: "socket.on('message', (said) => JSON.parse(String(said)))",
      },
    ])
    const { server, sessions } = await serve(main)
    const { faults } = await lines(server, 100)
    const hidden = faults.filter((line) => line.startsWith('a second request was hidden')).length
    expect(hidden).toBeGreaterThan(0)
    const cookie = sessions[0]?.cookie
    const [text] = speeches(1, seeded(SEED))
    await say(server.url, upgrade(server.url, { cookie }), text)
    await until('the process has ended', () => server.child.exitCode !== null)
    tellTwin(PROOF, 'an insecure parser; what a desk says is read', {
      'hidden requests': hidden,
      'process ended': 'at the first text',
    })
  })
})
