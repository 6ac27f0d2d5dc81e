/** Who may write to the database opens no request by moving a column: the columns are bound to what is sealed. */
import { randomInt } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import type { RequestRow } from '../../server/store/requests.ts'
import { asking } from '../support/asking.ts'
import { brokenServer } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { some, tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import {
  coordinators,
  headersOf,
  revisionOf,
  type Servers,
  type Session,
  startServers,
} from './trials/servers.ts'

const PROOF = 'moved-columns'
const LONG = 1_800_000
const NOBODY = '0'.repeat(43)

const open: Servers[] = []
afterEach(async () => {
  for (const servers of open.splice(0)) await servers.close()
})

type Columns = Partial<RequestRow>
/** What is written into the row of a request, as it stands or as it stood before the resident corrected it. */
const MOVES: Record<string, (now: RequestRow, before: RequestRow) => Columns> = {
  nothing: () => ({}),
  'the area': () => ({ area: 'south' }),
  'the status': () => ({ status: 'reached' }),
  'who took it': () => ({ taken_by: 'demo-helmi' }),
  'the index of the phone': () => ({ phone_index: NOBODY }),
  'the version': ({ version }) => ({ version: version - 1 }),
  'contents of before': (_now, { sealed }) => ({ sealed }),
  'contents and summary of before': (_now, { sealed, summary }) => ({ sealed, summary }),
  'no binding': () => ({ binding: null }),
}

const send = (at: Session['at'], method: string, path: string, headers: object, body?: object) =>
  fetch(`${at.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })

/** A trial of one server: requests that were received, looked at by a coordinator of their area. */
async function settle(engine: TestEngine, main?: string) {
  const servers = await startServers(engine, { count: 1, ...(main !== undefined && { main }) })
  open.push(servers)
  const [coordinator] = (await coordinators(servers, 1)) as [Session]
  const { at } = coordinator
  const { store, organisation } = servers
  const revision = await revisionOf(servers)
  const find = (id: string) =>
    store.read(organisation, async (view) => (await view.requests.find(id)) as RequestRow)
  return {
    coordinator,
    find,
    receive: async () => {
      const body = asking(revision, { on: new Date().toISOString().slice(0, 10) })
      expect((await send(at, 'POST', '/api/callback-requests', {}, body)).status).toBe(201)
      return body
    },
    mine: (method: string, code: string, body?: object) =>
      send(at, method, '/api/callback-requests/mine', { authorization: `Bearer ${code}` }, body),
    write: (id: string, columns: Columns) =>
      store.record(organisation, async (tx) => {
        await rawOf(tx).updateTable('callback_request').set(columns).where('id', '=', id).execute()
      }),
  }
}
type Trial = Awaited<ReturnType<typeof settle>>

/** Moves one column of a request that a resident has corrected once. @returns how opening it is answered */
async function moved({ receive, find, mine, write, coordinator }: Trial, move: (typeof MOVES)[string]) {
  const { id, code } = await receive()
  const before = await find(id)
  const contact = { phone: `040 ${randomInt(1_000_000, 9_999_999)}` }
  expect((await mine('PATCH', code, { contact })).status).toBe(200)
  const columns = move(await find(id), before)
  if (Object.keys(columns).length > 0) await write(id, columns)
  return (await send(coordinator.at, 'GET', `/api/desk/requests/${id}`, headersOf(coordinator))).status
}

/** The code of an own request is put on another's row. @returns how its resident's page is answered, and a new number */
async function planted({ receive, find, mine, write }: Trial) {
  const [own, theirs] = [await receive(), await receive()]
  const { code_index } = await find(own.id)
  await write(own.id, { code_index: NOBODY })
  await write(theirs.id, { code_index })
  const looked = (await mine('GET', own.code)).status
  const changed = (await mine('PATCH', own.code, { contact: { phone: '040 7654321' } })).status
  return { looked, changed, withdrawn: (await mine('DELETE', own.code)).status }
}

/** Everything that was tried, each with the status of its answer. */
async function tried(engine: TestEngine, main?: string) {
  const trial = await settle(engine, main)
  const seen: Record<string, number> = {}
  for (const [what, move] of Object.entries(MOVES)) seen[what] = await moved(trial, move)
  const answer = await send(trial.coordinator.at, 'GET', '/api/desk/queue', headersOf(trial.coordinator))
  const { rows } = (await answer.json()) as { rows: { unreadable?: true }[] }
  return { seen, unreadable: rows.filter((row) => row.unreadable).length, code: await planted(trial) }
}

describe.each(some(engines, 2))('a column that was moved ($name)', (engine) => {
  it('is seen when the request is opened, and in the queue; a planted code opens nothing', {
    timeout: LONG,
  }, async () => {
    const { seen, unreadable, code } = await tried(engine)
    const { nothing, 'the area': area, ...others } = seen
    expect({ nothing, area }).toEqual({ nothing: 200, area: 404 })
    for (const [what, status] of Object.entries(others)) expect([what, status]).toEqual([what, 409])
    // older contents are seen when they are opened: the queue opens no more than it shows
    expect(unreadable).toBe(6)
    expect(code).toEqual({ looked: 409, changed: 409, withdrawn: 409 })
    tell(PROOF, `${engine.name}: columns moved in the database, each opened afterwards (status)`, {
      ...seen,
      ...code,
    })
  })
})

longDescribe.each(engines)('a server that does not look whether columns were moved ($name)', (engine) => {
  it('red twin: opens them, and gives a request to who planted a code', { timeout: LONG }, async () => {
    const main = await brokenServer('unbound', [
      {
        file: 'server/store/binding.ts',
        find: 'return kept.length === right.length && timingSafeEqual(kept, right)',
        put: 'return kept !== right',
      },
      {
        file: 'server/store/binding.ts',
        find: 'if (row.sealed !== undefined && tagOf(row.sealed) !== tag) return false',
        put: '',
      },
    ])
    const { seen, unreadable, code } = await tried(engine, main)
    expect(seen).toMatchObject({ 'the status': 200, 'contents of before': 200, 'the version': 200 })
    expect({ unreadable, ...code }).toMatchObject({ unreadable: 0, looked: 200, changed: 200 })
    tellTwin(PROOF, `${engine.name}: the binding is not looked at`, { ...seen, ...code })
  })
})
