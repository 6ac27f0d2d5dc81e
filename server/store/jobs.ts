/** Who does a job: one process at a time, by a hold that ends by itself when its process dies. */
import type { Db } from './engines/engine.ts'

export type Claim = {
  job: string
  /** the process that asks */
  process: string
  /** instants, epoch milliseconds */
  now: number
  /** the hold ends then, unless it is kept */
  until: number
  /** nobody begins it again who finds it begun after this */
  dueSince: number
}

export function jobRepository(db: Db, organisation: string) {
  const own = (job: string, process: string) =>
    db
      .updateTable('job')
      .where('organisation', '=', organisation)
      .where('job', '=', job)
      .where('held_by', '=', process)
  return {
    /** @returns whether the process does it now: nobody else holds it, and it is due */
    async claim({ job, process, now, until, dueSince }: Claim): Promise<boolean> {
      const rows = await db
        .insertInto('job')
        .values({ organisation, job, held_by: process, held_until: until, started_at: now })
        .onConflict((at) =>
          at
            .columns(['organisation', 'job'])
            .doUpdateSet({ held_by: process, held_until: until, started_at: now })
            .where('job.held_until', '<=', now)
            .where('job.started_at', '<=', dueSince),
        )
        .returning('job')
        .execute()
      return rows.length > 0
    },
    /** Holds on for longer, while it is being done. */
    async keep(job: string, process: string, until: number): Promise<void> {
      await own(job, process).set({ held_until: until }).execute()
    },
    async release(job: string, process: string): Promise<void> {
      await own(job, process).set({ held_by: null, held_until: 0 }).execute()
    },
  }
}
