/** Figures that outlive a request and name none. */
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import type { BranchCountRow, StatisticsRow } from './tables.ts'

const countBranch = prepared((db, at: Omit<BranchCountRow, 'count'>) =>
  db
    .insertInto('branch_count')
    .values({
      organisation: at.organisation,
      month: at.month,
      revision: at.revision,
      branch: at.branch,
      count: 1,
    })
    .onConflict((on) =>
      on
        .columns(['organisation', 'month', 'revision', 'branch'])
        .doUpdateSet((old) => ({ count: old('branch_count.count', '+', 1) })),
    ),
)

export const statisticsRepository = (db: Db, organisation: string) => ({
  add: async (row: Omit<StatisticsRow, 'organisation'>): Promise<void> => {
    await db
      .insertInto('statistics')
      .values({ organisation, ...row })
      .execute()
  },
  /** Adds one to the counter of a branch. */
  async count({ month, revision, branch }: Omit<BranchCountRow, 'organisation' | 'count'>): Promise<void> {
    await countBranch(db, { organisation, month, revision, branch })
  },
})
