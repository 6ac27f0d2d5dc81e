/** Beside the walks along the queue: one line of it, many requests from one number, and who could be brought forward. */
import { sql } from 'kysely'
import { BEGINNING } from '#core/request/life.ts'
import type { Db } from '../engines/engine.ts'
import { prepared } from '../engines/prepared.ts'
import { Overtaken, type requestRepository } from '../requests.ts'
import { UNDATED } from '../rows/request.ts'
import type { CallbackRequestRow } from '../tables.ts'
import { lines, type QueueColumns } from './lines.ts'
import { IN_SIGHT, UNTRIED } from './standing.ts'

type Requests = Pick<ReturnType<typeof requestRepository>, 'find' | 'putUnder'>

const openFrom = prepared((db, at: { organisation: string; phone: string }) =>
  db
    .selectFrom('callback_request')
    .where('organisation', '=', at.organisation)
    .where('phone_index', '=', at.phone)
    .where('closed_at', 'is', null)
    .select(['id', 'area', 'folded_under', 'aside'])
    .orderBy('received_at')
    .orderBy('id'),
)

/** Many requests from one number. */
const foldRepository = (db: Db, organisation: string, requests: Requests) => ({
  /** How many are folded under each. */
  async foldedCounts(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map()
    const counts = await db
      .selectFrom('callback_request')
      .where('organisation', '=', organisation)
      .where('folded_under', 'in', ids)
      .groupBy('folded_under')
      .select((at) => ['folded_under', at.fn.countAll<number>().as('count')])
      .execute()
    return new Map(counts.map((row) => [row.folded_under ?? '', row.count]))
  },
  /** Open requests from one number, the oldest first. */
  openFrom: (phone: string) => openFrom(db, { organisation, phone }),
  /** Puts requests under another head, or (null) in sight. @throws an error upon which the act runs again */
  async fold(ids: readonly string[], under: string | null): Promise<void> {
    for (const id of ids) {
      const row = await requests.find(id)
      if (row && !(await requests.putUnder(row, under))) throw new Overtaken('changed meanwhile')
    }
  },
})

/** Who could be brought forward: waits in sight, untried, in nobody's hands. */
function forwardRepository(db: Db, organisation: string) {
  const waiting = (area: string, limit: number) =>
    db
      .selectFrom('callback_request')
      .where('organisation', '=', organisation)
      .where('area', '=', area)
      // what stands aside is proven first, or taken up by somebody
      .where(IN_SIGHT)
      .where(UNTRIED)
      .where('status', '=', BEGINNING.status)
      .where('first_attempt_at', 'is', null)
      .selectAll()
      .limit(limit)
  return {
    /** Without a date, in the order of coming. @param after the last of those before */
    undated: (
      area: string,
      limit: number,
      after?: Pick<CallbackRequestRow, 'received_at' | 'id'>,
    ): Promise<CallbackRequestRow[]> =>
      waiting(area, limit)
        .where('promise_until', '=', UNDATED)
        .$if(after !== undefined, (rows) =>
          rows.where(sql<boolean>`(received_at, id) > (${after?.received_at ?? 0}, ${after?.id ?? ''})`),
        )
        .orderBy('received_at')
        .orderBy('id')
        .execute(),
    /** Promised for a later day than this, the last first. */
    promisedAfter: (area: string, day: string, limit: number): Promise<CallbackRequestRow[]> =>
      waiting(area, limit)
        .where('promise_until', '<', UNDATED)
        .where('promise_day', '>', day)
        .orderBy('promise_until', 'desc')
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .execute(),
  }
}

export const queueRepository = (db: Db, organisation: string, requests: Requests) => ({
  row: (id: string): Promise<QueueColumns | undefined> =>
    lines(db, organisation).where('callback_request.id', '=', id).executeTakeFirst(),
  foldedUnder: (id: string): Promise<QueueColumns[]> =>
    lines(db, organisation).where('folded_under', '=', id).orderBy('received_at').execute(),
  ...foldRepository(db, organisation, requests),
  ...forwardRepository(db, organisation),
})
