/** Figures for the operator: each costs what is open or due, never what is kept, and none counts further than `MOST`. */
import type { Db } from '../engines/engine.ts'

/** Beyond it a figure says this number. */
const MOST = 10_000

export function figuresRepository(db: Db, organisation: string) {
  const requests = () => db.selectFrom('callback_request').where('organisation', '=', organisation)
  const count = async (which: ReturnType<typeof requests>) => {
    const some = which.select('id').limit(MOST).as('some')
    const found = await db
      .selectFrom(some)
      .select((at) => at.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(found.count)
  }
  const open = () => requests().where('closed_at', 'is', null)
  return {
    /** Every request that is not closed, folded ones too. */
    open: () => count(open()),
    /** Came beyond what their network may claim, and nobody has said that they are not real. */
    aside: () => count(open().where('aside', 'is not', null).where('doubted_at', 'is', null)),
    /** Promised for a time that is past, and nobody has tried. */
    overdue: (now: number) =>
      count(open().where('promise_until', '<', now).where('first_attempt_at', 'is', null)),
    /** Closed so long ago that they should be erased, and recorded in the client system. */
    erasable: (dueBefore: number) =>
      count(requests().where('closed_at', '<=', dueBefore).where('recorded', '=', 1)),
    /** When the oldest was closed that nobody has marked as recorded; undefined: none. */
    async oldestUnrecorded(): Promise<number | undefined> {
      const row = await requests()
        .where('closed_at', 'is not', null)
        .where('recorded', '=', 0)
        .select('closed_at')
        .orderBy('closed_at')
        .limit(1)
        .executeTakeFirst()
      return row?.closed_at ?? undefined
    },
  }
}
