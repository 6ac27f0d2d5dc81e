/** Requests that are looked for: by what somebody says, through what is open, and along what was closed. Each runs along an index of its own. */
import { sql } from 'kysely'
import type { Db } from '../engines/engine.ts'
import { prepared } from '../engines/prepared.ts'
import { lines, type QueueColumns } from '../queue/lines.ts'
import type { RequestRow } from '../requests.ts'

/** Where one stands in the order of closing. */
export type ClosedPlace = { closed: number; id: string }
/** Whose closed requests, and since when (epoch ms). */
export type ClosedWalk = {
  areas: readonly string[]
  /** only those that this person closed */
  person: string | undefined
  since: number
  /** those that were closed before it */
  after: ClosedPlace | undefined
}

type Referred = { organisation: string; reference: string }
const referred = (db: Db, at: Referred) =>
  db
    .selectFrom('callback_request')
    .where('organisation', '=', at.organisation)
    .where('reference', '=', at.reference)
    .select(['id', 'closed_at'])
const withReference = prepared((db, at: Referred) =>
  referred(db, at)
    .where('closed_at', 'is', null)
    .unionAll(referred(db, at).where('closed_at', 'is not', null)),
)

const isClosed = sql<boolean>`closed_at is not null`

export function foundRepository(db: Db, organisation: string) {
  const all = () => db.selectFrom('callback_request').where('organisation', '=', organisation)
  const closedSince = ({ since, after }: ClosedWalk, limit: number) =>
    all()
      .where(isClosed)
      .where('closed_at', '>=', since)
      .$if(after !== undefined, (rows) =>
        rows.where(sql<boolean>`(closed_at, id) < (${after?.closed ?? 0}, ${after?.id ?? ''})`),
      )
      .select(['id', 'closed_at'])
      .orderBy('closed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
  /** Each along an index of its own: of the person, or of each area. */
  const closedOf = (walk: ClosedWalk, limit: number) => {
    const { areas, person } = walk
    const parts =
      person === undefined
        ? areas.map((area) => closedSince(walk, limit).where('area', '=', area))
        : [
            closedSince(walk, limit)
              .where('taken_by', '=', person)
              .where('area', 'in', [...areas]),
          ]
    const [first, ...others] = parts.map((part) => db.selectFrom(part.as('part')).select(['id', 'closed_at']))
    return others.reduce((whole, one) => whole?.unionAll(one), first)
  }
  return {
    /** Of the open one with this reference, and of those that are closed and kept. */
    withReference: (reference: string) => withReference(db, { organisation, reference }),
    /** Ids of those from a number, the newest first: of so many open ones, then of so many that are closed. */
    async withPhone(phone: string, limit: number): Promise<string[]> {
      const from = () => all().where('phone_index', '=', phone).select('id').limit(limit)
      const open = await from().where('closed_at', 'is', null).orderBy('received_at', 'desc').execute()
      const closed = await from().where(isClosed).orderBy('closed_at', 'desc').execute()
      return [...open, ...closed].map(({ id }) => id)
    },
    /** Whole open requests of these areas in the order of their references, folded ones too; those of the queue, or those aside of it. */
    openAfter: (
      reference: string,
      { areas, aside, limit }: { areas: readonly string[]; aside: boolean; limit: number },
    ): Promise<RequestRow[]> =>
      all()
        .where('closed_at', 'is', null)
        .where('reference', '>', reference)
        .where('area', 'in', areas.length > 0 ? areas : [''])
        .where('aside', aside ? 'is not' : 'is', null)
        .orderBy('reference')
        .limit(limit)
        .selectAll()
        .execute(),
    /** The next `limit` of those that are closed, what was closed last first: each area along its index and no further than so many. */
    async closed(walk: ClosedWalk, limit: number): Promise<QueueColumns[]> {
      if (walk.areas.length === 0) return []
      const places = await closedOf(walk, limit)
        ?.orderBy('closed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      const ids = (places ?? []).map(({ id }) => id)
      if (ids.length === 0) return []
      const rows = await lines(db, organisation).where('callback_request.id', 'in', ids).execute()
      const known = new Map(rows.map((row) => [row.id, row]))
      return ids.flatMap((id) => known.get(id) ?? [])
    },
  }
}
