/** A full disk loses nothing that was acknowledged, acknowledges nothing that it does not keep, and is told. */
import { afterEach, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import { brokenServer, type Fault, timesFound } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { until } from '../support/process.ts'
import { type Answer, ask, askMany, SHIPPED, verifyBy } from './trials/acts.ts'
import { figuresOf, revisionOf, type Servers, startServers } from './trials/servers.ts'
import { smallDisk } from './trials/small-disk.ts'

const PROOF = 'full disk'
const LONG = 1_800_000
const REQUESTS = 30

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const storedIn = ({ store, organisation }: Servers) =>
  store.read(organisation, async (view) => {
    const rows = await rawOf(view).selectFrom('callback_request').select('id').execute()
    return rows.map(({ id }) => id)
  })

const were = (answers: Answer[], status: number) => answers.filter((answer) => answer.status === status)

/** Residents ask before, while and after something else has filled the disk; who was refused asks again. */
async function trial(name: TestEngine['name'], main = SHIPPED) {
  const small = await smallDisk(name)
  open.push(small.remove)
  const servers = await startServers(small.engine, { count: 1, main })
  open.push(servers.close)
  const [server] = servers.running as [Servers['running'][number]]
  const revision = await revisionOf(servers)
  const status = async (address: string) => (await fetch(`${server.url}${address}`)).status
  const before = await askMany(server, revision, REQUESTS)
  small.disk.fill()
  const meanwhile: Answer[] = []
  // pages that stand half empty take a few more
  await until('nothing can be stored', async () => {
    meanwhile.push(await ask(server, revision))
    return meanwhile.at(-1)?.status !== 201
  })
  meanwhile.push(...(await askMany(server, revision, REQUESTS)))
  const told = {
    'ready while full': await status('/readyz'),
    'alive while full': await status('/healthz'),
    'figure kynnys_stores': Number(/^kynnys_stores (\d)/m.exec(await figuresOf(server))?.[1]),
  }
  small.disk.free()
  await until('it stores again', async () => (await ask(server, revision)).status === 201)
  await until('it is ready again', async () => (await status('/readyz')) === 200)
  const refused = were(meanwhile, 503)
  const again: Answer[] = []
  for (const { body } of refused) again.push(await ask(server, revision, body))
  const acknowledged = [...before, ...meanwhile, ...again].filter((answer) => answer.status === 201)
  const stored = await storedIn(servers)
  const lost = acknowledged.filter(({ body }) => !stored.includes(body.id)).length
  return {
    'acknowledged before': were(before, 201).length,
    'acknowledged in what was free of its pages': were(meanwhile, 201).length,
    'refused while full (503)': refused.length,
    'otherwise answered': meanwhile.length - refused.length - were(meanwhile, 201).length,
    ...told,
    'sent again and stored': were(again, 201).length,
    'acknowledged and lost': lost,
    'stored twice': stored.length - new Set(stored).size,
    'verify afterwards (exit)': (await verifyBy(main, servers.environment)).code,
  }
}

const ALWAYS_READY: Fault[] = [
  { file: 'server/routes/health.ts', find: 'await store.ready()', put: 'await Promise.resolve()' },
]

longDescribe.each(engines)('a disk that something else has filled ($name)', ({ name }) => {
  it('loses nothing, is told, and is mended by room alone', { timeout: LONG }, async () => {
    const seen = await trial(name)
    const refused = seen['refused while full (503)']
    expect(refused).toBeGreaterThan(0)
    expect(seen).toMatchObject({
      'acknowledged before': REQUESTS,
      'otherwise answered': 0,
      'ready while full': 503,
      'alive while full': 200,
      'figure kynnys_stores': 0,
      'sent again and stored': refused,
      'acknowledged and lost': 0,
      'stored twice': 0,
      'verify afterwards (exit)': 0,
    })
    tell(PROOF, `${name}: ${name === 'sqlite' ? 'file and log' : 'a tablespace'} on a small disk`, seen)
  })

  it('red twin: who asks only whether the database answers is told that all is well', {
    timeout: LONG,
  }, async () => {
    const seen = await trial(name, await brokenServer('always-ready', ALWAYS_READY))
    expect(seen['refused while full (503)']).toBeGreaterThan(0)
    expect(seen['ready while full']).toBe(200)
    tellTwin(PROOF, `${name}: /readyz asks the database, and stores nothing`, seen)
  })
})

it('has a twin whose fault stands in the source', () => {
  expect(ALWAYS_READY.map(timesFound)).toEqual([1])
})
