/** The queue as it lies in the indexes: a page costs a page, however many requests there have been. */
import { BEGINNING } from '#core/request/life.ts'
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import { UNDATED } from './rows/request.ts'
import type { CallbackRequestRow } from './tables.ts'

/** What a line shows: the clear columns, and the sealed summary with its key. */
const SHOWN = [
  'id',
  'reference',
  'area',
  'lane',
  'status',
  'received_at',
  'promise_day',
  'promise_by',
  'promise_until',
  'taken_by',
  'taken_until',
  'language',
  'revision',
  'attempts',
  'verified',
  'wrapped_key',
  'summary',
] as const satisfies readonly (keyof CallbackRequestRow)[]
const COLUMNS = SHOWN.map((column) => `callback_request.${column}` as const)

/** `holder`: the first name of who has taken it. */
export type QueueColumns = Pick<CallbackRequestRow, (typeof SHOWN)[number]> & { holder: string | null }

const byPromise = (a: QueueColumns, b: QueueColumns) =>
  a.promise_until - b.promise_until || a.received_at - b.received_at || (a.id < b.id ? -1 : 1)

/** Lines of the queue, each with its holder's first name. */
export const lines = (db: Db, organisation: string) =>
  db
    .selectFrom('callback_request')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation', '=', 'callback_request.organisation')
        .onRef('person.person', '=', 'callback_request.taken_by'),
    )
    .where('callback_request.organisation', '=', organisation)
    .select([...COLUMNS, 'person.first_name as holder'])

const openFrom = prepared((db, at: { organisation: string; phone: string }) =>
  db
    .selectFrom('callback_request')
    .where('organisation', '=', at.organisation)
    .where('phone_index', '=', at.phone)
    .where('closed_at', 'is', null)
    .select(['id', 'area', 'folded_under'])
    .orderBy('received_at')
    .orderBy('id'),
)

/** Many requests from one number. */
const foldRepository = (db: Db, organisation: string) => ({
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
  /** Puts requests under another head, or (null) in sight. */
  async fold(ids: readonly string[], under: string | null): Promise<void> {
    if (ids.length === 0) return
    await db
      .updateTable('callback_request')
      .set({ folded_under: under })
      .where('organisation', '=', organisation)
      .where('id', 'in', ids)
      .execute()
  },
})

/** Who could be brought forward: waits in sight, untried, in nobody's hands. */
function forwardRepository(db: Db, organisation: string) {
  const waiting = (area: string, limit: number) =>
    db
      .selectFrom('callback_request')
      .where('organisation', '=', organisation)
      .where('area', '=', area)
      .where('closed_at', 'is', null)
      .where('folded_under', 'is', null)
      // what stands aside is proven first, or taken up by somebody
      .where('aside', 'is', null)
      .where('status', '=', BEGINNING.status)
      .where('first_attempt_at', 'is', null)
      .selectAll()
      .limit(limit)
  return {
    /** Without a date, in the order of coming. */
    undated: (area: string, limit: number): Promise<CallbackRequestRow[]> =>
      waiting(area, limit)
        .where('promise_until', '=', UNDATED)
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

export function queueRepository(db: Db, organisation: string) {
  const rows = () => lines(db, organisation)
  const openIn = (area: string, limit: number) =>
    rows()
      .where('area', '=', area)
      .where('closed_at', 'is', null)
      .where('folded_under', 'is', null)
      .where('aside', 'is', null)
      .orderBy('promise_until')
      .orderBy('received_at')
      .orderBy('callback_request.id')
      .limit(limit)
      .execute()
  return {
    /** The first `limit` open requests of the areas, the nearest promise first: each area is read along its index. */
    async page(areas: readonly string[], limit: number): Promise<QueueColumns[]> {
      const found: QueueColumns[] = []
      for (const area of areas) found.push(...(await openIn(area, limit)))
      return found.sort(byPromise).slice(0, limit)
    },
    /** What a person closed without its having been recorded in the client system, the oldest first. */
    unrecordedOf: (person: string): Promise<QueueColumns[]> =>
      rows()
        .where('taken_by', '=', person)
        .where('closed_at', 'is not', null)
        .where('recorded', '=', 0)
        .orderBy('closed_at')
        .limit(100)
        .execute(),
    ...forwardRepository(db, organisation),
    row: (id: string): Promise<QueueColumns | undefined> =>
      rows().where('callback_request.id', '=', id).executeTakeFirst(),
    foldedUnder: (id: string): Promise<QueueColumns[]> =>
      rows().where('folded_under', '=', id).orderBy('received_at').execute(),
    ...foldRepository(db, organisation),
  }
}
