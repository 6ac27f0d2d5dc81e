/** Reading the two logs: events by cursor, and who read or changed what. */
import type { EventType, Event as PublicEvent } from '#core/contract/event.ts'
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import type { EventRow } from './tables.ts'

/** An event as everybody may hear it. */
const told = ({ number, type, at, request, area, actor }: EventRow): PublicEvent => ({
  number,
  type: type as EventType,
  at: new Date(at).toISOString(),
  ...(request !== null && { request }),
  ...(area !== null && { area }),
  ...(actor !== null && { actor }),
})

const typesAfter = prepared((db, at: { organisation: string; number: number }) =>
  db
    .selectFrom('event')
    .where('organisation', '=', at.organisation)
    .where('number', '>', at.number)
    .groupBy('type')
    .select(({ fn }) => ['type', fn.max('number').as('last')]),
)

export const logRepository = (db: Db, organisation: string) => ({
  /** Events after a number, in order, without gaps. */
  async after(number: number, limit: number): Promise<PublicEvent[]> {
    const rows = await db
      .selectFrom('event')
      .where('organisation', '=', organisation)
      .where('number', '>', number)
      .orderBy('number')
      .limit(limit)
      .selectAll()
      .execute()
    return rows.map(told)
  },
  /** Which types have come after a number, each with the number of its last: nothing else of the events is read. */
  typesAfter: (number: number) => typesAfter(db, { organisation, number }),
  /** The number of the last event, 0 before the first. */
  async last(): Promise<number> {
    const row = await db
      .selectFrom('organisation')
      .select('event_number')
      .where('organisation', '=', organisation)
      .executeTakeFirst()
    return row?.event_number ?? 0
  },
  async of(request: string): Promise<PublicEvent[]> {
    const rows = await db
      .selectFrom('event')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .orderBy('number')
      .selectAll()
      .execute()
    return rows.map(told)
  },
  /** The latest rows of the access log, the newest first. */
  latestAccesses: (limit: number) =>
    db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      .orderBy('number', 'desc')
      .limit(limit)
      .selectAll()
      .execute(),
  /** The latest row of the access log that one person, or one part of the server, has caused. */
  latestBy: (person: string) =>
    db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      .where('person', '=', person)
      .orderBy('number', 'desc')
      .limit(1)
      .selectAll()
      .executeTakeFirst(),
  /** When the latest row of either log was written, epoch milliseconds; undefined while both are empty. */
  async latestAt(): Promise<number | undefined> {
    const latest = await Promise.all(
      (['event', 'access_log'] as const).map((table) =>
        db
          .selectFrom(table)
          .where('organisation', '=', organisation)
          .orderBy('number', 'desc')
          .limit(1)
          .select('at')
          .executeTakeFirst(),
      ),
    )
    const times = latest.flatMap((row) => row?.at ?? [])
    return times.length > 0 ? Math.max(...times) : undefined
  },
  /** The access log after a number, as it stands: for the auditor and for the verification of its chain. */
  accesses: (after: number, limit: number) =>
    db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit)
      .selectAll()
      .execute(),
})
