/** Figures that outlive a request and name none. */
import { randomUUID } from 'node:crypto'
import type { DataKeys } from '../seal/keys.ts'
import { newRecord, openRecord } from '../seal/record.ts'
import { readable } from '../seal/unreadable.ts'
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

/** What is counted of one request. */
export type FiguresRow = Omit<StatisticsRow, 'organisation' | 'row'>

const TABLE = 'statistics_waiting'

export type WaitingFigures = { id: string } & (
  | { figures: FiguresRow; since: string }
  | { figures: undefined; since: undefined }
)

export const statisticsRepository = (db: Db, organisation: string, keys: DataKeys) => ({
  /**
   * Waits sealed, under an id by chance: nothing tells of which request it is, nor what is in it.
   * @param since the day on which it begins to wait
   */
  async wait(figures: FiguresRow, since: string): Promise<void> {
    const id = randomUUID()
    const record = newRecord(keys, organisation, id)
    const sealed = record.seal(TABLE, 'figures', { ...figures, since })
    await db.insertInto(TABLE).values({ organisation, id, wrapped_key: record.wrapped, sealed }).execute()
  },
  /** Those that wait, in the order of their ids after one; without figures: one that cannot be opened. */
  async waiting(after: string, limit: number): Promise<WaitingFigures[]> {
    const own = db.selectFrom(TABLE).where('organisation', '=', organisation)
    const rows = await own.where('id', '>', after).selectAll().orderBy('id').limit(limit).execute()
    return rows.map(({ id, wrapped_key, sealed }) => {
      const open = () => openRecord(keys, organisation, id, wrapped_key).open(TABLE, 'figures', sealed)
      const opened = readable(open) as (FiguresRow & { since?: string }) | undefined
      if (opened === undefined) return { id, figures: undefined, since: undefined }
      const { since, ...figures } = opened
      return { id, figures, since: since ?? figures.day }
    })
  },
  /** They have been moved. */
  async forget(ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await db.deleteFrom(TABLE).where('organisation', '=', organisation).where('id', '=', id).execute()
  },
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
