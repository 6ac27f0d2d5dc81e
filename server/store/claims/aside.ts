/** Requests that stand aside, along an index of their own: a flood costs the queue nothing. */
import { sql } from 'kysely'
import type { DataKeys } from '../../seal/keys.ts'
import { type BoundLine, doubtMac, LINE } from '../binding.ts'
import type { Db } from '../engines/engine.ts'
import { lines, type QueueColumns } from '../queue/lines.ts'
import type { ErasureCursor } from '../requests.ts'
import { ORDINARY } from './kinds.ts'

/** After which row a page begins: those of danger first, then in the order of coming. */
export type AsideCursor = { aside: number; receivedAt: number; id: string }
export type AsideCount = { aside: number; doubted: number; count: number; from: number; until: number }
export type AsideRow = QueueColumns & { aside: number | null }

export function asideRepository(db: Db, organisation: string, keys: DataKeys) {
  const waiting = (area: string) =>
    db
      .updateTable('callback_request')
      .where('organisation', '=', organisation)
      .where('area', '=', area)
      .where('aside', 'is not', null)
      .where('closed_at', 'is', null)
  return {
    /** How many there are of each kind, and since when. */
    counts: async (area: string): Promise<AsideCount[]> => {
      const found = await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('area', '=', area)
        .where('aside', 'is not', null)
        .where('closed_at', 'is', null)
        .select((at) => [
          'aside',
          sql<number>`case when doubted_at is null then 0 else 1 end`.as('doubted'),
          at.fn.countAll<number>().as('count'),
          at.fn.min('received_at').as('from'),
          at.fn.max('received_at').as('until'),
        ])
        .groupBy(['aside', 'doubted'])
        .execute()
      return found.map((row) => ({
        aside: row.aside ?? 0,
        doubted: Number(row.doubted),
        count: Number(row.count),
        from: Number(row.from),
        until: Number(row.until),
      }))
    },
    /** @param doubted those that a lead has said not to be real, or the others */
    page: (
      area: string,
      { doubted, after, limit }: { doubted: boolean; after: AsideCursor | undefined; limit: number },
    ): Promise<AsideRow[]> => {
      const all = lines(db, organisation)
        .select('callback_request.aside')
        .where('area', '=', area)
        .where('aside', 'is not', null)
        .where('closed_at', 'is', null)
        .where('doubted_at', doubted ? 'is not' : 'is', null)
      const rest = after
        ? all.where(
            sql<boolean>`(aside, received_at, callback_request.id) > (${after.aside}, ${after.receivedAt}, ${after.id})`,
          )
        : all
      return rest
        .orderBy('aside')
        .orderBy('received_at')
        .orderBy('callback_request.id')
        .limit(limit)
        .execute()
    },
    /** Networks from which those came that stand aside without danger until an instant. */
    senders: async (area: string, until: number): Promise<string[]> => {
      const found = await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('area', '=', area)
        .where('aside', '=', ORDINARY)
        .where('closed_at', 'is', null)
        .where('received_at', '<=', until)
        .where('sender_index', 'is not', null)
        .select('sender_index')
        .distinct()
        .execute()
      return found.flatMap(({ sender_index }) => sender_index ?? [])
    },
    /** Those of a network that have a place and that nobody has touched: what the same sender claimed before it was limited. */
    claimedBy: (area: string, sender: string) =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('area', '=', area)
        .where('sender_index', '=', sender)
        .where('aside', 'is', null)
        .where('status', '=', 'waiting')
        .where('first_attempt_at', 'is', null)
        .where('folded_under', 'is', null)
        .selectAll()
        .execute(),
    /** Never where a danger was told. */
    doubt: async (area: string, until: number, now: number): Promise<void> => {
      await waiting(area)
        .where('aside', '=', ORDINARY)
        .where('received_at', '<=', until)
        .where('doubted_at', 'is', null)
        .set({ doubted_at: now, doubt_mac: doubtMac(keys, organisation, area, now) })
        .execute()
    },
    believe: async (area: string): Promise<void> => {
      await waiting(area)
        .where('doubted_at', 'is not', null)
        .set({ doubted_at: null, doubt_mac: null })
        .execute()
    },
    /** Doubted so long ago that they are erased. @param after the last one of the page before */
    doubtedBefore: (before: number, limit: number, after: ErasureCursor | undefined): Promise<BoundLine[]> =>
      db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('doubted_at', '<=', before)
        .where('closed_at', 'is', null)
        .where(sql<boolean>`(doubted_at, id) > (${after?.since ?? 0}, ${after?.id ?? ''})`)
        .select(LINE)
        .orderBy('doubted_at')
        .orderBy('id')
        .limit(limit)
        .execute(),
  }
}
