/** A clock that has jumped erases nothing and promises no day; what residents send meanwhile is stored. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { brokenServer, type Fault, timesFound } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { type Running, startProcess, until } from '../support/process.ts'
import { type Answer, askMany, atDesk, SHIPPED, timesIn } from './trials/acts.ts'
import { coordinators, revisionOf, type Servers, type Session, startServers } from './trials/servers.ts'
import { shift, shiftedBy } from './trials/shifted.ts'

const PROOF = 'bad clock'
const LONG = 1_800_000
const REQUESTS = 20
/** Days that the clock is away, and whether it is set so before a start or while the server runs. */
const JUMPS = [
  ['400 days ahead at a start', { days: 400, runs: false }],
  ['30 days behind at a start', { days: -30, runs: false }],
  ['400 days ahead while the server runs', { days: 400, runs: true }],
] as const
type Jump = (typeof JUMPS)[number][1]

const BELIEVING: Fault[] = [
  {
    file: 'server/start/judge-clock.ts',
    find: 'latest !== undefined && (now < latest - BEHIND_MS || now > latest + AHEAD_MS)',
    put: 'latest === now - Number.POSITIVE_INFINITY',
  },
]

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const isThere = ({ store, organisation }: Servers, ids: string[]) =>
  store.read(organisation, async ({ requests }) => {
    let count = 0
    for (const id of ids) if (await requests.find(id)) count += 1
    return count
  })

/** All of them were called, and recorded: what erases may erase them in thirty days. */
async function closeAll(coordinator: Session, all: Answer[]): Promise<string[]> {
  for (const { body } of all) {
    await atDesk(coordinator, 'POST', `requests/${body.id}/take`)
    const closed = await atDesk(coordinator, 'POST', `requests/${body.id}/close`, {
      ...{ outcome: 'other', recorded: true },
    })
    expect(closed.status).toBe(200)
  }
  return all.map(({ body }) => body.id)
}

async function daysTold({ url }: Running): Promise<number> {
  const { areas } = (await (await fetch(`${url}/api/promises?station=laukaa`)).json()) as {
    areas: { promise?: object }[]
  }
  return areas.filter(({ promise }) => promise).length
}

/** Requests are closed; then the clock is set wrong, and residents go on asking. */
async function trial(engine: TestEngine, { days, runs }: Jump, main = SHIPPED) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-clock-'))
  const file = path.join(folder, 'shift')
  shift(file, 0)
  const environment = { ...shiftedBy(file), LOG_LEVEL: 'info' }
  const servers = await startServers(engine, { count: 1, main, environment })
  open.push(
    () => servers.close(),
    () => rmSync(folder, { recursive: true }),
  )
  const [coordinator] = (await coordinators(servers, 1)) as [Session]
  const revision = await revisionOf(servers)
  const closed = await closeAll(coordinator, await askMany(coordinator.at, revision, REQUESTS))
  let said = ''
  const startAgain = async () => {
    const again = await startProcess(servers.environment, { main })
    open.push(() => again.stop('SIGKILL'))
    return again
  }
  if (runs) {
    shift(file, days)
    await until('the jump is seen', () => coordinator.at.output().includes('clock-jumped'))
  } else {
    await coordinator.at.stop()
    shift(file, days)
  }
  const at = runs ? coordinator.at : await startAgain()
  const sent = await askMany(at, revision, REQUESTS)
  const told = await daysTold(at)
  said += at.output()
  if (runs) await at.stop()
  // what erases looks at a start, too; under a clock that went back no job is begun before its last time
  if (days > 0) {
    const last = runs ? await startAgain() : at
    const looked = () => last.output().includes('erasing-held')
    await until('what erases has looked', async () => looked() || (await isThere(servers, closed)) === 0)
  }
  return {
    closed: REQUESTS,
    'still there': await isThere(servers, closed),
    'sent meanwhile': REQUESTS,
    stored: sent.filter(({ status }) => status === 201).length,
    'with a date': sent.filter(({ receipt }) => receipt.promise).length,
    'areas of which a day is told': told,
    'told in the log': timesIn(said, 'clock-jumped'),
  }
}

longDescribe.each(engines)('a clock that was set wrong ($name)', (engine) => {
  it.each(JUMPS)('%s erases nothing, promises nothing, and stores', { timeout: LONG }, async (what, jump) => {
    const seen = await trial(engine, jump)
    expect(seen).toEqual({
      closed: REQUESTS,
      'still there': REQUESTS,
      'sent meanwhile': REQUESTS,
      stored: REQUESTS,
      'with a date': 0,
      'areas of which a day is told': 0,
      'told in the log': 1,
    })
    tell(PROOF, `${engine.name}: ${what}`, seen)
  })
})

longDescribe.each(engines)('a server that believes its clock ($name)', (engine) => {
  it.each(JUMPS.slice(0, 2))('red twin: %s', { timeout: LONG }, async (what, jump) => {
    const main = await brokenServer('believes-its-clock', BELIEVING)
    const seen = await trial(engine, jump, main)
    expect(seen['with a date']).toBeGreaterThan(0)
    expect(seen['still there']).toBe(jump.days > 0 ? 0 : REQUESTS)
    tellTwin(PROOF, `${engine.name}: ${what}`, seen)
  })
})

it('has a twin whose fault stands in the source', () => {
  expect(BELIEVING.map(timesFound)).toEqual([1])
})
