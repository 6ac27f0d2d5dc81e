/** Estimates are the same for everybody on a station: looked up once, kept for some seconds, dropped by whatever is written. */
import type { Static } from 'typebox'
import type { Promises } from '#core/contract/promise.ts'
import { type EstimateDeps, estimates } from './estimates.ts'

const KEPT = 5000
/** Cut-offs and closures begin on a minute: nothing is kept beyond one. */
const MINUTE = 60_000
/** An organisation has fewer stations. */
const MOST = 200

type Estimates = Static<typeof Promises>

/**
 * @returns `of`: as `estimates`, with the same refusals, asked once for all who ask at the same time; `stop`
 */
export function keepEstimates(deps: EstimateDeps, organisation: string) {
  const kept = new Map<string, { from: number; answer: Promise<Estimates> }>()
  const isFresh = (from: number, now: number) =>
    now >= from && now - from < KEPT && Math.floor(now / MINUTE) === Math.floor(from / MINUTE)

  const ask = (station: string, now: number) => {
    const answer = estimates(deps, organisation, station)
    const mine = { from: now, answer }
    if (kept.size >= MOST) kept.clear()
    kept.set(station, mine)
    // what failed is asked again; an unknown station is not remembered
    answer.catch(() => kept.get(station) === mine && kept.delete(station))
    return mine
  }
  return {
    async of(station: string): Promise<Estimates> {
      const now = deps.clock.now()
      const known = kept.get(station)
      const { answer } = known && isFresh(known.from, now) ? known : ask(station, now)
      // the clock of the page goes by it: told as it is now
      return { ...(await answer), at: new Date(now).toISOString() }
    },
    stop: deps.store.onWrite(organisation, () => kept.clear()),
  }
}
