/** One request, one caller: many take the same request at the same moment, through two processes. */
import { afterEach, describe, expect, it } from 'vitest'
import { asking } from '../support/asking.ts'
import { brokenServer } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import type { Running } from '../support/process.ts'
import {
  coordinators,
  headersOf,
  revisionOf,
  type Servers,
  type Session,
  signIn,
  startServers,
} from './trials/servers.ts'

const PROOF = 'takes'
const REQUESTS = size(10, 1000)
const TAKERS = size(10, 50)
const LONG = 1_800_000

const open: Servers[] = []
afterEach(async () => {
  for (const servers of open.splice(0)) await servers.close()
})

async function ask(servers: Servers, count: number): Promise<string[]> {
  const revision = await revisionOf(servers)
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const at = servers.running[index % servers.running.length] as Running
    const body = asking(revision, { on: new Date().toISOString().slice(0, 10) })
    const answer = await fetch(`${at.url}/api/callback-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(201)
    ids.push(body.id)
  }
  return ids
}

/** All take one request at once. @returns how many were told that they have it, and how everybody was answered */
async function race(sessions: Session[], id: string) {
  const answers = await Promise.all(
    sessions.map((session) =>
      fetch(`${session.at.url}/api/desk/requests/${id}/take`, {
        method: 'POST',
        headers: headersOf(session),
      }),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  await Promise.all(answers.map((answer) => answer.arrayBuffer()))
  return { winners: statuses.filter((status) => status === 200).length, statuses }
}

async function allRaces(engine: TestEngine, requests: number, takers: number, main?: string) {
  const servers = await startServers(engine, { ...(main !== undefined && { main }) })
  open.push(servers)
  const sessions = await coordinators(servers, takers)
  const ids = await ask(servers, requests)
  const races: Awaited<ReturnType<typeof race>>[] = []
  for (const id of ids) races.push(await race(sessions, id))
  const taken = await servers.store.read(servers.organisation, async (view) =>
    (await view.log.after(0, 1_000_000)).filter(({ type }) => type === 'request-taken'),
  )
  return { races, ids, taken, sessions }
}

/** Everybody who is signed in signs in once more, all at the same moment, and they all take one more request. */
async function allAtTheDoor(sessions: Session[]) {
  const began = Date.now()
  const again = await Promise.all(sessions.map(({ username, at }) => signIn(at, username)))
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const [id = ''] = await ask(open.at(-1) as Servers, 1)
  return { again, seconds, race: await race(again, id) }
}

// in short on the one that carries several processes
for (const engine of engines.slice(size(-1, 0)))
  describe(`simultaneous takes over two processes (${engine.name})`, () => {
    it('have exactly one winner each, and everybody else is told who it is, also of those who all signed in at the same moment', {
      timeout: LONG,
    }, async () => {
      const { races, ids, taken, sessions } = await allRaces(engine, REQUESTS, TAKERS)
      for (const { statuses } of races)
        expect([...statuses].sort()).toEqual([200, ...Array(TAKERS - 1).fill(409)])
      expect(taken.map(({ request }) => request).sort()).toEqual([...ids].sort())
      tell(PROOF, `${engine.name}: takes at the same moment through two processes`, {
        requests: races.length,
        'takes each': TAKERS,
        'requests with one winner': races.filter(({ winners }) => winners === 1).length,
        'take events': taken.length,
      })
      const { again, seconds, race: last } = await allAtTheDoor(sessions)
      expect([...last.statuses].sort()).toEqual([200, ...Array(TAKERS - 1).fill(409)])
      tell(PROOF, `${engine.name}: signing in at the same moment, then one take of all`, {
        people: sessions.length,
        'signed in': again.length,
        seconds,
      })
    })
  })

for (const engine of engines)
  longDescribe(`simultaneous takes over two processes, the hold not looked at (${engine.name})`, () => {
    it('red twin: a server that takes without looking again has several winners', {
      timeout: LONG,
    }, async () => {
      const main = await brokenServer('naive-take', [
        {
          file: 'server/store/requests.ts',
          find: "at.or([at('taken_by', 'is', null), at('taken_by', '=', person), at('taken_until', '<=', now)])",
          put: "at.or([at('taken_by', 'is', null), at('taken_by', 'is not', null)])",
        },
        {
          file: 'server/store/requests.ts',
          find: "changing(id).where('version', '=', version).where('binding', '=', binding)",
          put: 'changing(version > 0 ? id : String(binding))',
        },
      ])
      const { races } = await allRaces(engine, 5, TAKERS, main)
      const several = races.filter(({ winners }) => winners > 1).length
      expect(several).toBeGreaterThan(0)
      tellTwin(PROOF, `${engine.name}: the hold is not looked at when it is taken`, {
        requests: races.length,
        'requests with several winners': several,
        'most winners': Math.max(...races.map(({ winners }) => winners)),
      })
    })
  })
