/** What limits have counted, for all processes: keyed hashes of who asked, and when each has its whole room again. */
import { blindIndex } from '../seal/blind.ts'
import type { DataKeys } from '../seal/keys.ts'
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'

/** One bucket: see `network/bucket.ts`. Times in ms, instants in epoch ms. */
export type Share = {
  /** who and for what; only its keyed hash is kept */
  use: string
  /** negative: given back */
  cost: number
  window: number
  now: number
}

type Row = { organisation: string; key: string }
type Filling = Row & { now: number; cost: number; first: number; last: number; most: number }

const fill = prepared((db, { organisation, key, now, cost, first, last, most }: Filling) =>
  db
    .insertInto('meter')
    .values({ organisation, key, empty_at: first })
    .onConflict((at) =>
      at
        .columns(['organisation', 'key'])
        .doUpdateSet((old) => ({
          empty_at: old
            .case()
            .when(old.and([old('meter.empty_at', '>', now), old('meter.empty_at', '<=', most)]))
            .then(old('meter.empty_at', '+', cost))
            .else(first)
            .end(),
        }))
        // beyond a window it was filled by a clock that has gone back since
        .where((old) => old.or([old('meter.empty_at', '<=', last), old('meter.empty_at', '>', most)])),
    )
    .returning('empty_at'),
)
const find = prepared((db, { organisation, key }: Row) =>
  db.selectFrom('meter').where('organisation', '=', organisation).where('key', '=', key).select('empty_at'),
)

export function meterRepository(db: Db, organisation: string, keys: DataKeys) {
  const rowOf = (use: string): Row => ({ organisation, key: blindIndex(keys, organisation, 'limit', use) })
  return {
    /**
     * Takes in all of them, in the order given, or in none: two that share a later one cannot wait for each other.
     * @returns when each is empty; `over` when the last one told of has no room
     */
    async take(shares: readonly Share[]): Promise<{ over: boolean; emptyAt: number[] }> {
      const emptyAt: number[] = []
      for (const [at, { use, cost, window, now }] of shares.entries()) {
        const row = rowOf(use)
        const filling = {
          ...row,
          now,
          cost,
          first: now + Math.max(0, cost),
          last: now + window - Math.max(0, cost),
          most: now + window,
        }
        const [filled] = await fill(db, filling)
        const [found] = filled ? [filled] : await find(db, row)
        emptyAt.push(found?.empty_at ?? 0)
        if (filled) continue
        for (const taken of shares.slice(0, at)) {
          const back = -taken.cost
          await fill(db, {
            ...rowOf(taken.use),
            now,
            cost: back,
            first: now,
            last: Number.MAX_SAFE_INTEGER,
            most: Number.MAX_SAFE_INTEGER,
          })
        }
        return { over: true, emptyAt }
      }
      return { over: false, emptyAt }
    },
    /** Forgets who has their whole room. @returns how many */
    async forget(now: number): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('meter')
        .where('organisation', '=', organisation)
        .where('empty_at', '<=', now)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
