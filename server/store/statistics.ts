/** Figures that outlive a request and name none. */
import type { Db } from './engine.ts'
import type { BranchCount, Statistics } from './tables.ts'

export const statisticsRepository = (db: Db, organisation: string) => ({
  add: async (row: Omit<Statistics, 'organisation'>): Promise<void> => {
    await db
      .insertInto('statistics')
      .values({ organisation, ...row })
      .execute()
  },
  /** Adds one to the counter of a branch. */
  async count({ month, revision, branch }: Omit<BranchCount, 'organisation' | 'count'>): Promise<void> {
    await db
      .insertInto('branch_count')
      .values({ organisation, month, revision, branch, count: 1 })
      .onConflict((at) =>
        at
          .columns(['organisation', 'month', 'revision', 'branch'])
          .doUpdateSet((old) => ({ count: old('branch_count.count', '+', 1) })),
      )
      .execute()
  },
})
