/**
 * Walks along the queue: what is to be called as promised, what is planned to be tried again and the rest lie in indexes of their own, in the order in which they are due.
 * A step of a walk costs its step, and a count what is open: nothing grows with what is closed.
 */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Status } from '#core/request/life.ts'
import { dueAt, type Timed, type Tries } from '#core/say/due.ts'
import type { Db } from '../engines/engine.ts'
import { UNDATED } from '../rows/request.ts'
import type { CallbackRequestRow, StoreTables } from '../tables.ts'
import { lines, type QueueColumns } from './lines.ts'
import { IN_SIGHT, isFree, PLANNED, SETTLED, standingRepository, UNTRIED } from './standing.ts'

/** Where a row stands: rows are ordered by it, and a walk goes on after it. `until` of the unrecorded is when it was closed. */
export type QueuePlace = { until: number; received: number; id: string }

/** Whose rows: all that are open, or those that wait for anybody. */
export type State = 'open' | 'waiting'
export type QueueWalk = {
  areas: readonly string[]
  state: State
  /** only what is to be called for the first time */
  untried?: true | undefined
  after?: QueuePlace | undefined
  person: string
  now: number
}

/** What lies apart, and by what each is ordered. */
const UNTRIED_PART = { holds: UNTRIED, until: 'promise_until' } as const
const PARTS = [
  UNTRIED_PART,
  { holds: PLANNED, until: 'try_until' },
  { holds: SETTLED, until: 'promise_until' },
] as const
type Part = (typeof PARTS)[number]

const byId = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
export const byPlace = (one: QueuePlace, other: QueuePlace): number =>
  one.until - other.until || one.received - other.received || byId(one.id, other.id)

type Placed = Pick<
  CallbackRequestRow,
  'promise_until' | 'try_until' | 'received_at' | 'id' | 'attempts' | 'first_attempt_at' | 'status'
>
const triesOf = ({
  attempts,
  first_attempt_at,
  status,
}: Pick<Placed, 'attempts' | 'first_attempt_at' | 'status'>): Tries => ({
  attempts,
  firstAttemptAt: first_attempt_at ?? undefined,
  status: status as Status,
})
/** What of a row decides when it is due. */
export const timedOf = (row: Omit<Placed, 'id' | 'received_at'>): Timed => ({
  ...triesOf(row),
  until: row.promise_until < UNDATED ? row.promise_until : undefined,
  tryUntil: row.try_until ?? undefined,
})
export const placeOf = (row: Placed): QueuePlace => ({
  until: dueAt(timedOf(row)) ?? UNDATED,
  received: row.received_at,
  id: row.id,
})

type Where = ExpressionBuilder<StoreTables, 'callback_request'>
const behind = (part: Part, { until, received, id }: QueuePlace) =>
  sql<boolean>`(${sql.ref(part.until)}, received_at, id) > (${until}, ${received}, ${id})`
const after = ({ until, id }: QueuePlace) => sql<boolean>`(closed_at, id) > (${until}, ${id})`

/** The rest of what a walk asks for, beside its area and its part. */
const wanted =
  (part: Part, { state, after: place, person, now }: QueueWalk) =>
  (at: Where) =>
    at.and([...(state === 'waiting' ? [isFree(person, now)] : []), ...(place ? [behind(part, place)] : [])])

/** A list that an engine takes, also of who looks after nothing. */
const orNone = (areas: readonly string[]): string[] => (areas.length > 0 ? [...areas] : [''])

export const walkRepository = (db: Db, organisation: string) => {
  const inOneArea = (area: string, part: Part, walk: QueueWalk) =>
    db
      .selectFrom('callback_request')
      .where('organisation', '=', organisation)
      .where(IN_SIGHT)
      .where((at) => wanted(part, walk)(at))
      .where('area', '=', area)
      .where(part.holds)
      .select([sql<number>`${sql.ref(part.until)}`.as('until'), 'received_at', 'id'])
      .orderBy(part.until)
      .orderBy('received_at')
      .orderBy('id')
  return {
    /** The next `limit` of a walk, the nearest due first: all areas at once, each along its indexes and no further than so many. */
    async step(walk: QueueWalk, limit: number): Promise<{ id: string }[]> {
      if (walk.areas.length === 0) return []
      const parts = walk.untried ? [UNTRIED_PART] : PARTS
      const [first, ...others] = walk.areas
        .flatMap((area) => parts.map((part) => inOneArea(area, part, walk)))
        .map((part) => db.selectFrom(part.limit(limit).as('part')).select(['until', 'received_at', 'id']))
      if (!first) return []
      return others
        .reduce((all, one) => all.unionAll(one), first)
        .orderBy('until')
        .orderBy('received_at')
        .orderBy('id')
        .limit(limit)
        .execute()
    },
    /** What was closed in these areas without having been recorded in the client system, the oldest first. */
    unrecordedIn: (
      areas: readonly string[],
      place: QueuePlace | undefined,
      limit: number,
    ): Promise<QueueColumns[]> =>
      lines(db, organisation)
        .where('area', 'in', orNone(areas))
        .where('closed_at', 'is not', null)
        .where(sql<boolean>`recorded = 0`)
        .$if(place !== undefined, (rows) => rows.where(after(place as QueuePlace)))
        .orderBy('closed_at')
        .orderBy('callback_request.id')
        .limit(limit)
        .execute(),
    async countUnrecordedIn(areas: readonly string[]): Promise<number> {
      const found = await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('area', 'in', orNone(areas))
        .where('closed_at', 'is not', null)
        .where(sql<boolean>`recorded = 0`)
        .select((at) => at.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(found.count)
    },
    ...standingRepository(db, organisation),
  }
}
