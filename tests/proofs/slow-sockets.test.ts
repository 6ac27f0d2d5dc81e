/** Hundreds who send slowly or without end are closed, while everybody else is served and desks go on hearing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { asking } from '../support/asking.ts'
import { brokenServer } from '../support/broken.ts'
import { sqlite } from '../support/databases.ts'
import { isLong, size, tell, tellTwin } from '../support/evidence.ts'
import { line } from '../support/hostile/slow-line.ts'
import { long } from '../support/long.ts'
import { type Running, until } from '../support/process.ts'
import { coordinators, revisionOf, type Servers, startServers } from './trials/servers.ts'

const PROOF = 'slow-sockets'
/** of each kind */
const SENDERS = size(20, 400)
const LARGE = 8_000_000
/** milliseconds in which every slow sender is closed: ten seconds, and the looking for them. Measured only where nothing else runs. */
const MOST = size(Number.POSITIVE_INFINITY, 15_000)

const open: Servers[] = []
afterAll(async () => {
  for (const servers of open.splice(0)) await servers.close()
})

const HEAD = 'POST /api/callback-requests HTTP/1.1\r\nhost: localhost\r\n'
const BODY = `${HEAD}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{`

const slowSenders = ({ port }: Running) =>
  [HEAD, BODY].flatMap((send) => Array.from({ length: SENDERS }, () => line(port, send)))

async function start(main?: string) {
  const servers = await startServers(sqlite, { count: 1, ...(main !== undefined && { main }) })
  open.push(servers)
  return { servers, at: servers.running[0] as Running }
}

/** A desk that listens. @returns how many frames it heard */
async function desk(servers: Servers) {
  const [session] = await coordinators(servers, 1)
  if (!session) throw new Error('nobody signed in')
  const { cookie, at } = session
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}/api/desk/live?after=0`, {
    headers: { cookie, origin: at.url },
  })
  let received = 0
  socket.on('message', (data) => {
    if (String(data).includes('request-received')) received += 1
  })
  await until('the desk listens', () => socket.readyState === WebSocket.OPEN)
  return { socket, received: () => received }
}

async function ask(at: Running, servers: Servers) {
  const body = asking(await revisionOf(servers), { on: new Date().toISOString().slice(0, 10) })
  const answer = await fetch(`${at.url}/api/callback-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.status
}

/** With the patience of the framework’s own servers: without end. */
const patientServer = () =>
  brokenServer('patient', [
    {
      file: 'server/guard/server.ts',
      find: 'createServer({ ...PATIENCE, ...patience }, ',
      put: 'createServer({ headersTimeout: 0, requestTimeout: 0 }, ',
    },
    { file: 'server/guard/server.ts', find: 'server.setTimeout(SILENCE)', put: 'server.setTimeout(0)' },
  ])

let ours: Awaited<ReturnType<typeof start>>
let patient: typeof ours
beforeAll(async () => {
  ours = await start()
  if (isLong) patient = await start(await patientServer())
})

describe('many who send slowly', () => {
  let kept: ReturnType<typeof slowSenders> = []
  it('are all closed, within fifteen seconds where nothing else runs, while a request is received and a desk hears of it', {}, async () => {
    const { servers, at } = ours
    const listening = await desk(servers)
    if (isLong) kept = slowSenders(patient.at) // the twin waits beside it
    const began = performance.now()
    const senders = slowSenders(at)
    await until('all are connected', () => senders.every(({ socket }) => !socket.connecting))
    const asked = performance.now()
    expect(await ask(at, servers)).toBe(201)
    const served = performance.now() - asked
    await until('the desk hears of it', () => listening.received() === 1)
    await until('all are closed', () => senders.every(({ closed }) => closed()))
    const took = performance.now() - began
    expect(took).toBeLessThan(MOST)
    expect(listening.socket.readyState).toBe(WebSocket.OPEN)
    listening.socket.terminate()
    tell(PROOF, 'heads and bodies that never end', {
      'slow heads': SENDERS,
      'slow bodies': SENDERS,
      'all closed after, s': (took / 1000).toFixed(1),
      'a submission meanwhile, ms': Math.round(served),
      'open desks cut': 0,
    })
  })

  long('red twin: a server with patience without end has kept them all when ours has closed them', () => {
    const left = kept.filter((one) => !one.closed()).length
    for (const { socket } of kept) socket.destroy()
    expect(kept.length).toBe(2 * SENDERS)
    expect(left).toBe(kept.length)
    tellTwin(PROOF, 'patience without end', { 'slow senders': kept.length, 'still open': left })
  })
})

describe('a body without end', () => {
  it('is refused as too large before it has come, and the line is closed', async () => {
    const { at } = ours
    const head = `${HEAD}content-type: application/json\r\ncontent-length: ${LARGE}\r\n\r\n`
    const sender = line(at.port, head)
    sender.socket.on('connect', () => sender.socket.write('x'.repeat(17_000)))
    await until('it is answered and closed', sender.closed)
    expect(sender.text()).toMatch(/^HTTP\/1\.1 413 /)
    expect(sender.text()).toContain('too-large')
    tell(PROOF, 'a body far beyond the limit', {
      'bytes announced': LARGE,
      'bytes sent before the answer': sender.socket.bytesWritten,
      'answered with': '413',
    })
  })
})
