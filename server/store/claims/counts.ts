/** How many places were claimed in each scope: by a network, or by all senders of an hour. Kept for two days. */
import type { Db } from '../engines/engine.ts'
import { prepared } from '../engines/prepared.ts'

/** So many places may be claimed in one scope and one period (a local day, or an hour of it). */
export type ClaimScope = { scope: string; period: string; limit: number }
type At = { organisation: string; area: string; scope: string; period: string }

const takeOne = prepared((db, { organisation, area, scope, period, limit }: At & { limit: number }) =>
  db
    .insertInto('claim_use')
    .values({ organisation, area, scope, period, used: 1 })
    .onConflict((at) =>
      at
        .columns(['organisation', 'area', 'scope', 'period'])
        .doUpdateSet((old) => ({ used: old('claim_use.used', '+', 1) }))
        .where('claim_use.used', '<', limit),
    )
    .returning('used'),
)
const giveOne = prepared((db, { organisation, area, scope, period }: At) =>
  db
    .updateTable('claim_use')
    .set((old) => ({ used: old('used', '-', 1) }))
    .where('organisation', '=', organisation)
    .where('area', '=', area)
    .where('scope', '=', scope)
    .where('period', '=', period)
    .returning('used'),
)

export const claimRepository = (db: Db, organisation: string) => ({
  /** One claim in every scope, or in none of them; two who race for the last one cannot both have it. */
  async take(area: string, scopes: readonly ClaimScope[]): Promise<boolean> {
    const taken: ClaimScope[] = []
    for (const scope of scopes) {
      if ((await takeOne(db, { organisation, area, ...scope })).length > 0) {
        taken.push(scope)
        continue
      }
      for (const { scope: name, period } of taken)
        await giveOne(db, { organisation, area, scope: name, period })
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
