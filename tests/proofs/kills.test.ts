/** An acknowledged request is stored exactly once, as it was sent, whatever dies: processes, all of them at once, the database. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { brokenServer } from '../support/broken.ts'
import { type Cluster, startCluster } from '../support/cluster.ts'
import { postgresOn, sqlite } from '../support/databases.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { type Trial, trial } from './trials/killed.ts'
import { NONE } from './trials/stored.ts'

const PROOF = 'kills'
const EACH = size(16, 100)
const KILLS = size(2, 50)
const LONG = 1_800_000
/** Another with every run; a failure says which, and `KYNNYS_SEED` runs it again. */
const SEED = Number(process.env.KYNNYS_SEED ?? Date.now() % 1_000_000)

/** One of the two, both at once, the other; on PostgreSQL the database, then both, one, the other. */
const victims = (rounds: Trial['victims'], kills: number): Trial['victims'] =>
  Array.from({ length: kills }, (_, index) => rounds[index % rounds.length] ?? [0])

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.stop())

type Ground = Pick<Trial, 'engine' | 'crash'> & { rounds: Trial['victims'] }
const grounds: Ground[] = [
  { engine: sqlite, rounds: [[0], [0, 1], [1]] },
  {
    engine: postgresOn(() => cluster.url),
    rounds: ['database', [0, 1], [0], [1]],
    crash: () => cluster.crash(),
  },
]

/** Answers before the commit, which then comes a second later. */
const HASTY = [
  {
    file: 'server/callbacks/submit.ts',
    find: 'const stored = await deps.store.record(organisation, async (tx) => {',
    put: 'const stored = await new Promise((early, fail) => deps.store.record(organisation, async (tx) => {',
  },
  {
    file: 'server/callbacks/submit.ts',
    find: 'return before ? { receipt: before } : receive(tx, asked)\n  })',
    put: `early(before ? { receipt: before } : await receive(tx, asked))
      await new Promise((later) => setTimeout(later, 1000))
    }).catch(fail))`,
  },
]

/** Gives every body an id and a code of its own making, and tells the resident the one that was sent. */
const FORGETFUL = [
  {
    file: 'server/callbacks/submit.ts',
    find: 'const before = await seenBefore(tx, asked)',
    put: `const before = undefined
      asked.body = { ...body, id: crypto.randomUUID() }
      asked.codeIndex = crypto.randomUUID()`,
  },
  {
    file: 'server/callbacks/submit.ts',
    find: 'return stored.receipt',
    put: 'return { ...stored.receipt, id: body.id }',
  },
]

describe('processes that are killed while residents send', () => {
  // in short on the one that dies in more ways: with its database, too
  for (const { rounds, ...ground } of grounds.slice(size(-1, 0)))
    it.concurrent(`have lost, doubled and altered nothing on ${ground.engine.name} (seed ${SEED})`, {
      timeout: LONG,
    }, async ({ expect }) => {
      const seen = await trial({ ...ground, victims: victims(rounds, KILLS), each: EACH, seed: SEED })
      expect(seen.strange).toEqual([])
      expect(seen.faults).toEqual(NONE)
      expect(seen.figures['connections cut']).toBeGreaterThan(0) // the kills came in the middle of something
      expect(seen.toldOtherwise).toBe(0)
      expect(seen.again).toEqual(NONE)
      if (ground.engine === sqlite) expect(seen.integrity).toBe('ok')
      tell(PROOF, `${ground.engine.name}: killed in the middle of sending, sent again until answered`, {
        kills: KILLS,
        requests: seen.requests,
        ...seen.figures,
        ...seen.faults,
        'told otherwise when sent once more': seen.toldOtherwise,
      })
    })
})

const few: Trial[] = grounds.map(({ engine }) => ({
  engine,
  victims: [[0]],
  each: 6,
  seed: SEED,
  processes: 1,
}))

longDescribe('red twin: a server', () => {
  for (const one of few)
    it.concurrent(`that answers before the commit loses (${one.engine.name})`, { timeout: LONG }, async ({
      expect,
    }) => {
      const main = await brokenServer(`hasty-${one.engine.name}`, HASTY)
      const { faults, requests } = await trial({ ...one, main })
      expect(faults.lost).toBeGreaterThan(0)
      tellTwin(PROOF, `${one.engine.name}: answers before the commit`, { requests, lost: faults.lost })
    })

  for (const one of few)
    it.concurrent(`that forgets what it has received doubles (${one.engine.name})`, {
      timeout: LONG,
    }, async ({ expect }) => {
      const main = await brokenServer(`forgetful-${one.engine.name}`, FORGETFUL)
      const { again, toldOtherwise, requests } = await trial({ ...one, main })
      expect(again.doubled).toBeGreaterThan(0)
      expect(toldOtherwise).toBeGreaterThan(0)
      tellTwin(PROOF, `${one.engine.name}: does not look up ids and codes`, {
        requests,
        doubled: again.doubled,
        'told otherwise': toldOtherwise,
      })
    })
})
