/** Who looked into a request and cuts the access log behind it is told of: its end is anchored outside the database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import { brokenServer, type Fault, timesFound } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { type Running, startProcess, until } from '../support/process.ts'
import { askMany, atDesk, SHIPPED, timesIn, verifyBy } from './trials/acts.ts'
import { coordinators, revisionOf, type Servers, type Session, startServers } from './trials/servers.ts'

const PROOF = 'cut log'
const LONG = 1_800_000
const REQUESTS = 30

const UNANCHORED: Fault[] = [
  {
    file: 'server/store/logs/anchors.ts',
    find: 'return row?.number === number && row.mac === mac',
    put: 'return row?.mac !== ``',
  },
]

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** The last rows of the log are gone, and its counter stands where they began: what is left agrees with itself. */
const cut = ({ store, organisation }: Servers, from: number) =>
  store.record(organisation, async (tx) => {
    const db = rawOf(tx)
    const { mac } = await db
      .selectFrom('access_log')
      .select('mac')
      .where('number', '=', from)
      .executeTakeFirstOrThrow()
    await db.deleteFrom('access_log').where('number', '>', from).execute()
    await db.updateTable('organisation').set({ access_number: from, access_mac: mac }).execute()
  })

const endOf = ({ store, organisation }: Servers) =>
  store.read(organisation, async ({ log }) => (await log.end()).number)

/** @returns what a new start says, once its first anchor is written */
async function saidAtStart(environment: Record<string, string>, main: string) {
  const again: Running = await startProcess(environment, { main })
  open.push(() => again.stop('SIGKILL'))
  await until('the first anchor of the new start', () => again.output().includes('access-log-end'))
  return timesIn(again.output(), 'access-log-cut')
}

/** A coordinator reads requests of others, and everything of it is cut from the log while the server stands still. */
async function trial(engine: TestEngine, main = SHIPPED) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-anchors-'))
  const anchored = { ANCHOR_FILE: path.join(folder, 'anchors') }
  const environment = { ...anchored, LOG_LEVEL: 'info' }
  const servers: Servers = await startServers(engine, { count: 1, main, environment })
  open.push(
    () => servers.close(),
    () => rmSync(folder, { recursive: true }),
  )
  const [coordinator] = (await coordinators(servers, 1)) as [Session]
  const all = await askMany(coordinator.at, await revisionOf(servers), REQUESTS)
  const before = await endOf(servers)
  for (const { body } of all)
    expect((await atDesk(coordinator, 'GET', `requests/${body.id}`)).status).toBe(200)
  await coordinator.at.stop()
  const rows = (await endOf(servers)) - before
  const { ANCHOR_FILE: _, ...without } = servers.environment as Record<string, string> & typeof anchored
  const sound = await verifyBy(main, servers.environment)
  await cut(servers, before)
  const [told, alone] = [await verifyBy(main, servers.environment), await verifyBy(main, without)]
  return {
    'rows cut off': rows,
    'verify before (exit)': sound.code,
    'verify with the anchor (exit)': told.code,
    'it names a row that was': timesIn(told.lines.join('\n'), 'The access log had row'),
    'verify without the anchor (exit)': alone.code,
    'told at the next start': await saidAtStart(servers.environment, main),
  }
}

longDescribe.each(engines)('an access log whose end was cut off ($name)', (engine) => {
  it('is told of by verify and at the next start', { timeout: LONG }, async () => {
    const seen = await trial(engine)
    expect(seen['rows cut off']).toBeGreaterThanOrEqual(REQUESTS)
    expect(seen).toMatchObject({
      'verify before (exit)': 0,
      'verify with the anchor (exit)': 1,
      'told at the next start': 1,
    })
    expect(seen['it names a row that was']).toBeGreaterThan(0)
    // red twin: what is left agrees with itself
    expect(seen['verify without the anchor (exit)']).toBe(0)
    tell(PROOF, `${engine.name}: who read requests cuts the log behind it, and sets its counter back`, seen)
  })
})

longDescribe.each(engines)('a server that does not hold the log against its anchor ($name)', (engine) => {
  it('red twin: finds all of it sound', { timeout: LONG }, async () => {
    const main = await brokenServer('without-anchor', UNANCHORED)
    const seen = await trial(engine, main)
    expect(seen).toMatchObject({ 'verify with the anchor (exit)': 0, 'told at the next start': 0 })
    tellTwin(PROOF, `${engine.name}: the anchor is written and never looked at`, seen)
  })
})

it('has a twin whose fault stands in the source', () => {
  expect(UNANCHORED.map(timesFound)).toEqual([1])
})
