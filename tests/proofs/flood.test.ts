/** One sender cannot take what is others': thousands of invented requests beside thirty true ones. */
import { describe, expect, it } from 'vitest'
import type { ProofAsked } from '#core/contract/callback.ts'
import { addDays } from '../../server/promise/local-time.ts'
import { isWorkingDay } from '../../server/promise/working-day.ts'
import { nonceFor } from '../support/asking.ts'
import { size, some, tell, tellTwin } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { type Flood, floods, morning, type Solve, type Trial } from './trials/flood.ts'

const PROOF = 'flood'
const POSTS = size(150, 20_000)
const PATIENCE = 3_600_000
/**
 * How claims are counted when several come at once is the engine's; how many came before makes no difference to it. So the first
 * sender sends all of it to both, and the others to PostgreSQL, which takes thrice as long, still fifty times what an hour may claim.
 */
const OF_OTHERS = { sqlite: POSTS, postgres: size(300, 4000) }
const ENGINES = size(['sqlite'] as const, ['sqlite', 'postgres'] as const)

/** What a resident's browser does unseen. */
const solve: Solve = async (test, { id, proof }, code, remoteAddress) => {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/callback-requests/mine/proof',
    headers: { authorization: `Bearer ${code}` },
    payload: { nonce: nonceFor(id, proof as ProofAsked) },
    remoteAddress,
  })
  return answer.json().promise?.day
}

/** Working days from one day to another. */
function daysLater(day: string | undefined, before: string | undefined): number {
  if (day === undefined || before === undefined) return Number.POSITIVE_INFINITY
  let count = 0
  for (let next = before; next < day; next = addDays(next, 1)) if (isWorkingDay(addDays(next, 1))) count += 1
  return count
}
const shifts = ({ promised }: Trial, quiet: Trial) =>
  promised.map(({ day }, each) => daysLater(day, quiet.promised[each]?.day))
/** Some were told no day at all: that is no number. */
function atMost(trial: Trial, quiet: Trial): number | string {
  const most = Math.max(...shifts(trial, quiet))
  return Number.isFinite(most) ? most : 'no day at all'
}
const figures = ({ posts }: Flood, trial: Trial, quiet: Trial) => ({
  posts,
  stored: trial.stored,
  'without a date at first': trial.promised.filter(({ asideFirst }) => asideFirst).length,
  'working days later, at most': atMost(trial, quiet),
})

describe.each(ENGINES)('beside a flood (%s)', (engine) => {
  const [first, ...others] = floods(POSTS) as [Flood, ...Flood[]]
  const all = [first, ...others.map((flood) => ({ ...flood, posts: OF_OTHERS[engine] }))]
  it.each(some(all, 3).map((flood) => [flood.name, flood] as const))(
    'from %s every true resident has the day that they would have had, or the next one, and all of it is stored',
    { timeout: PATIENCE },
    async (name, flood) => {
      const quiet = await morning(engine, undefined, {}, solve)
      const trial = await morning(engine, flood, {}, solve)
      expect(trial.stored).toBe(flood.posts)
      // of 200 networks it is told, not promised
      if (name !== '200 networks') expect(Math.max(...shifts(trial, quiet))).toBeLessThanOrEqual(1)
      tell(PROOF, `${name} (${engine})`, figures(flood, trial, quiet))
    },
  )

  long(
    'red twin: where claims are not limited it takes the days of everybody',
    { timeout: PATIENCE },
    async () => {
      const env = { LIMIT_CLAIMS: '1000000' }
      const [flood] = floods(size(300, 1000)) as [Flood]
      const quiet = await morning(engine, undefined, env)
      const trial = await morning(engine, flood, env)
      expect(Math.max(...shifts(trial, quiet))).toBeGreaterThan(1)
      tellTwin(PROOF, `claims without a limit (${engine})`, figures(flood, trial, quiet))
    },
  )
})
