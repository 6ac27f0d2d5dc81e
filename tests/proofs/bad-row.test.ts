/** One row that cannot be opened keeps nobody else from being called. */
import { afterEach, describe, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import type { RequestRow } from '../../server/store/requests.ts'
import { brokenServer } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { askMany, atDesk, timesIn } from './trials/acts.ts'
import { coordinators, revisionOf, type Servers, type Session, startServers } from './trials/servers.ts'

const PROOF = 'bad row'
const LONG = 1_800_000
const REQUESTS = size(3, 30)

const open: Servers[] = []
afterEach(async () => {
  for (const servers of open.splice(0)) await servers.close()
})

/** Another sign in the middle of a sealed value, which stays one of the alphabet. */
const damaged = (sealed: string) =>
  `${sealed.slice(0, -9)}${sealed.at(-9) === 'A' ? 'B' : 'A'}${sealed.slice(-8)}`

/** One of the rows is damaged in the database; then the queue is looked at, and each is opened. */
async function trial(engine: TestEngine, main?: string) {
  const servers = await startServers(engine, { count: 1, ...(main !== undefined && { main }) })
  open.push(servers)
  const [coordinator] = (await coordinators(servers, 1)) as [Session]
  const all = await askMany(coordinator.at, await revisionOf(servers), REQUESTS)
  const [bad, ...others] = all.map(({ body }) => body.id) as [string, ...string[]]
  await servers.store.record(servers.organisation, async (tx) => {
    const { summary, sealed } = (await tx.requests.find(bad)) as RequestRow
    const columns = { summary: damaged(summary), sealed: damaged(sealed) }
    await rawOf(tx).updateTable('callback_request').set(columns).where('id', '=', bad).execute()
  })
  const queue = await atDesk(coordinator, 'GET', 'queue')
  const { rows = [] } = (await queue.json()) as { rows?: { id: string; unreadable?: true }[] }
  const opened = async (id: string) => (await atDesk(coordinator, 'GET', `requests/${id}`)).status
  let open200 = 0
  for (const id of others) if ((await opened(id)) === 200) open200 += 1
  return {
    requests: REQUESTS,
    queue: queue.status,
    'in the queue': rows.length,
    'shown as one that cannot be opened': rows.filter(({ unreadable }) => unreadable).length,
    'others that were opened': open200,
    'the damaged one': await opened(bad),
    'told in the log': timesIn(coordinator.at.output(), 'row-unreadable'),
  }
}

describe.each(engines.slice(0, size(1, 2)))('a row that was damaged ($name)', (engine) => {
  it('is shown as that, told once, and all others are called as ever', { timeout: LONG }, async () => {
    const seen = await trial(engine)
    expect(seen).toEqual({
      requests: REQUESTS,
      queue: 200,
      'in the queue': REQUESTS,
      'shown as one that cannot be opened': 1,
      'others that were opened': REQUESTS - 1,
      'the damaged one': 409,
      'told in the log': 1,
    })
    tell(PROOF, `${engine.name}: what is sealed of one request was altered`, seen)
  })
})

longDescribe.each(engines)('a server that opens every line or none ($name)', (engine) => {
  it('red twin: shows nobody the queue', { timeout: LONG }, async () => {
    const main = await brokenServer('all-or-none', [
      {
        file: 'server/seal/unreadable.ts',
        find: 'if (error instanceof Unreadable) return undefined',
        put: '',
      },
    ])
    const seen = await trial(engine, main)
    expect(seen).toMatchObject({ queue: 409, 'in the queue': 0 })
    tellTwin(PROOF, `${engine.name}: a line that cannot be opened is an error`, seen)
  })
})
