/** Who may do what: every operation of the contract, asked by everybody, about everybody's requests. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Queue } from '#core/contract/desk.ts'
import type { Event } from '#core/contract/event.ts'
import { brokenServer } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { isLong, size, tell, tellTwin } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { startProcess, until } from '../support/process.ts'
import { ACTORS, type Actor, LISTEN, RULES, unruled } from './trials/authorization.rules.ts'
import { headersFor, operationsOf, walk } from './trials/authorization-matrix.ts'
import { MARKER, makeWorld, OTHER, type World } from './trials/authorization-world.ts'
import { type Servers, startServers } from './trials/servers.ts'

const PROOF = 'authorization'
const LONG = 1_800_000
const READ = 'get /api/desk/requests/{id}'
const TAKE = 'post /api/desk/requests/{id}/take'

const open: Servers[] = []

/** The server as it ships, and beside it on the same database one that trusts: the red twin. */
async function settle(engine: TestEngine): Promise<{ world: World; twin?: World }> {
  const [servers, main] = await Promise.all([
    startServers(engine, { count: 1 }),
    isLong ? trusting() : undefined,
  ])
  open.push(servers)
  const world = await makeWorld(servers)
  if (main === undefined) return { world }
  const at = await startProcess({ ...servers.environment, ORGANISATION: servers.organisation }, { main })
  servers.running.push(at)
  return { world, twin: { ...world, at } }
}

/** Looks at no area and at no header of a write, and is silent about denials. */
const trusting = () =>
  brokenServer('authorization', [
    {
      file: 'server/identity/authorize.ts',
      find: "reach === 'all' || object.area === undefined || subject.areas.includes(object.area)",
      put: 'true',
    },
    {
      file: 'server/guard/origin.ts',
      find: "if (writes && request.headers['x-kynnys'] === undefined) refuse('wrong-origin')",
      put: '',
    },
    { file: 'server/identity/denials.ts', find: '&& ID.test(id)', put: '&& ID.test(action)' },
  ])

const documentOf = async ({ at }: World) =>
  (await (await fetch(`${at.url}/api/openapi.json`)).json()) as { paths: Record<string, object> }

/** What nobody may have touched: requests that only were asked for, and the whole other organisation. */
async function untouched({ servers: { store, organisation }, standing }: World) {
  const at = (whose: string, id: string) => store.read(whose, (view) => view.requests.find(id))
  return {
    north: await at(organisation, standing.north.id),
    south: await at(organisation, standing.south.id),
    other: await at(OTHER, standing['other organisation'].id),
    events: await store.read(OTHER, (view) => view.log.after(0, 1000)),
    accesses: await store.read(OTHER, (view) => view.log.accesses(0, 1000)),
  }
}

async function denialsOf({ servers: { store, organisation } }: World): Promise<string[]> {
  const rows = await store.read(organisation, (view) => view.log.accesses(0, 100_000))
  const denied = rows.filter(({ action }) => action.startsWith('denied:'))
  return denied.map(({ person, action, request }) => `${person} ${action} ${request}`)
}

/** Tries to listen from the first event on. @returns the status, and what was heard until `last` */
async function listen(world: World, actor: Actor, last: number) {
  const socket = new WebSocket(`${world.at.url.replace('http', 'ws')}/api/desk/live?after=0`, {
    headers: headersFor(world, actor, world.standing.north),
  })
  const heard: Event[] = []
  let status = 0
  socket.on('upgrade', () => {
    status = 101
  })
  socket.on('unexpected-response', (_request, response) => {
    status = response.statusCode ?? 0
    socket.terminate()
  })
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data))
    if (frame.type !== 'heartbeat') heard.push(frame)
  })
  socket.on('error', () => {})
  await until(`${actor} is answered`, () => status !== 0 && (status !== 101 || heard.length >= last))
  socket.close()
  return { status, heard }
}

/** Each sees the requests of their areas, and of those not a word that a resident wrote. */
async function queues(world: World) {
  const areas = { coordinator: ['north'], elsewhere: ['south'], lead: ['north', 'south', 'west'] } as const
  for (const [actor, own] of Object.entries(areas)) {
    const headers = headersFor(world, actor as Actor)
    const body = await (await fetch(`${world.at.url}/api/desk/queue`, { headers })).text()
    expect(body).not.toContain(MARKER)
    const { rows } = JSON.parse(body) as Queue
    // one's own unrecorded closings stay in sight, and they are of one's own areas too
    expect([...new Set(rows.map(({ area }) => area))].sort(), actor).toEqual([...own].sort())
    expect(JSON.stringify(rows)).not.toContain(world.standing['other organisation'].id)
  }
}

/** Who may listen hears the organisation's own log, all of it and nothing else. @returns how many tried */
async function ears(world: World) {
  const { store, organisation } = world.servers
  const events = await store.read(organisation, (view) => view.log.after(0, 100_000))
  for (const actor of ACTORS) {
    const { status, heard } = await listen(world, actor, events.length)
    const rule = Number(LISTEN[actor].replace('200', '101'))
    expect({ actor, status }).toEqual({ actor, status: rule })
    expect(heard.map(({ number, request }) => [number, request])).toEqual(
      status === 101 ? events.map(({ number, request }) => [number, request]) : [],
    )
  }
  return ACTORS.length
}

for (const engine of engines.slice(0, size(1, engines.length)))
  describe(`the contract, asked by everybody (${engine.name})`, () => {
    let worlds: Awaited<ReturnType<typeof settle>>
    beforeAll(async () => {
      worlds = await settle(engine)
    }, LONG)
    afterAll(async () => {
      for (const servers of open.splice(0)) await servers.close()
    })

    it('gives each what the rules say, tells denials apart for nobody, and writes them down', {
      timeout: LONG,
    }, async () => {
      const { world } = worlds
      const operations = operationsOf(await documentOf(world))
      expect(unruled(operations)).toEqual({ without: [], astray: [] })
      const before = await untouched(world)
      const { asked, allowed, faults, denied } = await walk(world, operations)
      expect(faults).toEqual([])
      expect(await untouched(world)).toEqual(before)
      const written = await denialsOf(world)
      expect(written.sort()).toEqual(denied.sort())
      await queues(world)
      const sockets = await ears(world)
      const figures = { operations: operations.length, people: ACTORS.length, asked, allowed }
      tell(PROOF, `${engine.name}: every operation, asked by everybody about everybody's requests`, {
        ...figures,
        'answered otherwise than ruled': 0,
        'denials in the access log': written.length,
        'upgrades tried': sockets,
      })
    })

    long(
      'red twin: a server that looks at no area, at no header of a write, and is silent about denials is found',
      {
        timeout: LONG,
      },
      async () => {
        const twin = worlds.twin as World
        const written = (await denialsOf(twin)).length
        const { faults, denied, asked } = await walk(twin, [READ, TAKE])
        const of = (text: string) => faults.filter((line) => line.includes(text))
        expect(of(`answered 200 and not 404: ${READ}, elsewhere, north`)).toHaveLength(1)
        expect(of(', coordinator, south').length).toBeGreaterThan(1)
        expect(of(`${TAKE}, no header`)).not.toEqual([])
        expect(await denialsOf(twin)).toHaveLength(written)
        expect(denied.length).toBeGreaterThan(10)
        tellTwin(
          PROOF,
          `${engine.name}: no area is looked at, no header of a write, no denial written down`,
          {
            asked,
            'answered otherwise than ruled': faults.length,
            'denials missing in the access log': denied.length,
          },
        )
      },
    )
  })

describe('rules that do not hold', () => {
  it('red twin: an operation without a rule is named, and a rule without an operation', () => {
    const operations = [...Object.keys(RULES), 'get /api/desk/export']
    expect(unruled(operations).without).toEqual(['get /api/desk/export'])
    expect(unruled(operations.slice(1)).astray).toEqual([operations[0]])
    tellTwin(PROOF, 'one operation has no rule, one rule has no operation', { 'named by the proof': 2 })
  })
})
