/** What was acknowledged is on the disk when the power goes: only what an fsync has put there counts. */
import { describe, expect, it } from 'vitest'
import { brokenServer } from '../support/broken.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { type Cut, powerCut } from './trials/cut.ts'

const PROOF = 'power cut'
const REQUESTS = size(10, 500)
const TORN = size(10, 400)
const LONG = 1_800_000
/** Another with every run; a failure says which, and `KYNNYS_SEED` runs it again. */
const SEED = Number(process.env.KYNNYS_SEED ?? Date.now() % 1_000_000)

/** Enough for the log, not for the database: the last commits wait for the next checkpoint. */
const NORMAL = [
  {
    file: 'server/store/engines/sqlite.ts',
    find: "raw.pragma('synchronous = FULL')",
    put: "raw.pragma('synchronous = NORMAL')",
  },
  { file: 'server/store/engines/sqlite.ts', find: 'synchronous: 2', put: 'synchronous: 1' },
]

const figuresOf = ({ complaints, followedAll, untold, ...figures }: Cut) => ({
  ...figures,
  'files that were damaged': complaints.length,
})

describe('a power cut', () => {
  it(`at any acknowledgement, or in the middle of a write, has lost nothing (seed ${SEED})`, {
    timeout: LONG,
  }, async () => {
    const seen = await powerCut({ requests: REQUESTS, torn: TORN, seed: SEED })
    expect(seen.followedAll).toBe(true)
    expect(seen.untold).toBe(0)
    expect(seen.acknowledged).toBeGreaterThan(REQUESTS)
    expect(seen.torn).toBeGreaterThan(TORN / 4)
    expect(seen.complaints).toEqual([])
    expect(seen).toMatchObject({ 'cuts that lost': 0, 'torn that lost': 0 })
    tell(
      PROOF,
      'SQLite: only what an fsync put on the disk, at every acknowledgement and with torn writes',
      figuresOf(seen),
    )
  })

  long('red twin: with `synchronous = NORMAL` loses what was acknowledged', { timeout: LONG }, async () => {
    const main = await brokenServer('normal', NORMAL)
    const seen = await powerCut({ requests: 10, torn: 5, seed: SEED, main })
    expect(seen.followedAll).toBe(true)
    expect(seen['cuts that lost']).toBeGreaterThan(0)
    tellTwin(PROOF, 'SQLite with `synchronous = NORMAL`', figuresOf(seen))
  })
})
