/** How many places were claimed in each scope: by a network, or by all senders of an hour. Kept for two days. */
import type { Db } from '../engines/engine.ts'
import { prepared } from '../engines/prepared.ts'

/** So many places may be claimed in one scope and one period (a local day, or an hour of it). */
export type ClaimScope = { scope: string; period: string; limit: number }
type At = { organisation: string; area: string; scope: string; period: string }
type TakenPlaces = { limit: number; places: number }

const takeOne = prepared((db, { organisation, area, scope, period, limit, places }: At & TakenPlaces) =>
  db
    .insertInto('claim_use')
    .values({ organisation, area, scope, period, used: places })
    .onConflict((at) =>
      at
        .columns(['organisation', 'area', 'scope', 'period'])
        .doUpdateSet((old) => ({ used: old('claim_use.used', '+', places) }))
        .where('claim_use.used', '<', limit),
    )
    .returning('used'),
)
const giveOne = prepared(
  (db, { organisation, area, scope, period, places }: At & Pick<TakenPlaces, 'places'>) =>
    db
      .updateTable('claim_use')
      .set((old) => ({ used: old('used', '-', places) }))
      .where('organisation', '=', organisation)
      .where('area', '=', area)
      .where('scope', '=', scope)
      .where('period', '=', period)
      .returning('used'),
)

export const claimRepository = (db: Db, organisation: string) => ({
  /**
   * One claim in every scope, or in none of them; two who race for the last one cannot both have it.
   * @param places what it counts for: the last one of a scope may go beyond the limit by what it weighs
   */
  async take(area: string, scopes: readonly ClaimScope[], places = 1): Promise<boolean> {
    const taken: ClaimScope[] = []
    for (const scope of scopes) {
      if ((await takeOne(db, { organisation, area, places, ...scope })).length > 0) {
        taken.push(scope)
        continue
      }
      for (const { scope: name, period } of taken)
        await giveOne(db, { organisation, area, scope: name, period, places })
      return false
    }
    return true
  },
  /** Forgets what was counted before a day. */
  async forgetBefore(day: string): Promise<void> {
    await db
      .deleteFrom('claim_use')
      .where('organisation', '=', organisation)
      .where('period', '<', day)
      .execute()
  },
})
