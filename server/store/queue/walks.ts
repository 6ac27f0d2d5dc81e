/**
 * Walks along the queue: what is to be called and what was tried lie in indexes of their own, in the order of their promises.
 * A step of a walk costs its step, and a count what is open: nothing grows with what is closed.
 */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from '../engines/engine.ts'
import type { CallbackRequestRow, StoreTables } from '../tables.ts'
import { lines, type QueueColumns } from './lines.ts'
import { IN_SIGHT, isFree, standingRepository, TRIED, UNTRIED } from './standing.ts'

/** Where a row stands: rows are ordered by it, and a walk goes on after it. `until` of the unrecorded is when it was closed. */
export type QueuePlace = { until: number; received: number; id: string }

/** Whose rows: all that are open, those that wait for anybody, or those in one's own hands. */
export type State = 'open' | 'waiting' | 'mine'
export type QueueWalk = {
  areas: readonly string[]
  state: State
  /** only what was tried, or only what was not; absent: both */
  tried?: boolean | undefined
  after?: QueuePlace | undefined
  person: string
  now: number
}

const partsOf = (tried: boolean | undefined) =>
  tried === undefined ? [UNTRIED, TRIED] : [tried ? TRIED : UNTRIED]

const byId = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
export const byPlace = (one: QueuePlace, other: QueuePlace): number =>
  one.until - other.until || one.received - other.received || byId(one.id, other.id)
export const placeOf = (
  row: Pick<CallbackRequestRow, 'promise_until' | 'received_at' | 'id'>,
): QueuePlace => ({
  until: row.promise_until,
  received: row.received_at,
  id: row.id,
})

type Where = ExpressionBuilder<StoreTables, 'callback_request'>
const behind = ({ until, received, id }: QueuePlace) =>
  sql<boolean>`(promise_until, received_at, id) > (${until}, ${received}, ${id})`
const after = ({ until, id }: QueuePlace) => sql<boolean>`(closed_at, id) > (${until}, ${id})`

/** The rest of what a walk asks for, beside its area and its part. */
const wanted =
  ({ state, after: place, person, now }: QueueWalk) =>
  (at: Where) =>
    at.and([...(state === 'waiting' ? [isFree(person, now)] : []), ...(place ? [behind(place)] : [])])

/** What stands where, and no more: read from the indexes alone. */
type Placed = Pick<CallbackRequestRow, 'promise_until' | 'received_at' | 'id'>

export const walkRepository = (db: Db, organisation: string) => {
  const inSight = (walk: QueueWalk) =>
    db
      .selectFrom('callback_request')
      .where('organisation', '=', organisation)
      .where(IN_SIGHT)
      .where((at) => wanted(walk)(at))
      .select(['promise_until', 'received_at', 'id'])
  const inOneArea = (area: string, part: typeof UNTRIED, walk: QueueWalk) =>
    inSight(walk).where('area', '=', area).where(part)
  const held = (walk: QueueWalk) =>
    inSight(walk)
      .where('taken_by', '=', walk.person)
      .where('area', 'in', [...walk.areas])
      .$if(walk.tried !== undefined, (rows) => rows.where(walk.tried ? TRIED : UNTRIED))
  return {
    /** The next `limit` of a walk, the nearest promise first: all areas at once, each along its index and no further than so many. */
    async step(walk: QueueWalk, limit: number): Promise<Placed[]> {
      if (walk.areas.length === 0) return []
      const parts =
        walk.state === 'mine'
          ? [held(walk)]
          : walk.areas.flatMap((area) => partsOf(walk.tried).map((part) => inOneArea(area, part, walk)))
      const [first, ...others] = parts.map((part) =>
        db
          .selectFrom(
            part.orderBy('promise_until').orderBy('received_at').orderBy('id').limit(limit).as('part'),
          )
          .select(['promise_until', 'received_at', 'id']),
      )
      if (!first) return []
      return others
        .reduce((all, one) => all.unionAll(one), first)
        .orderBy('promise_until')
        .orderBy('received_at')
        .orderBy('id')
        .limit(limit)
        .execute()
    },
    /** What a person closed without its having been recorded in the client system, the oldest first; of one area, or of any. */
    unrecordedOf: (
      person: string,
      { area, place }: { area: string | undefined; place: QueuePlace | undefined },
      limit: number,
    ): Promise<QueueColumns[]> =>
      lines(db, organisation)
        .where('taken_by', '=', person)
        .where('closed_at', 'is not', null)
        .where(sql<boolean>`recorded = 0`)
        .$if(area !== undefined, (rows) => rows.where('area', '=', area as string))
        .$if(place !== undefined, (rows) => rows.where(after(place as QueuePlace)))
        .orderBy('closed_at')
        .orderBy('callback_request.id')
        .limit(limit)
        .execute(),
    async countUnrecordedOf(person: string): Promise<number> {
      const found = await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('taken_by', '=', person)
        .where('closed_at', 'is not', null)
        .where(sql<boolean>`recorded = 0`)
        .select((at) => at.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(found.count)
    },
    ...standingRepository(db, organisation),
  }
}
