/** Reading the two logs: events by cursor, and who read or changed what. */
import { sql } from 'kysely'
import type { EventType, Event as PublicEvent } from '#core/contract/event.ts'
import type { Db } from '../engines/engine.ts'
import { prepared } from '../engines/prepared.ts'
import type { EventRow } from '../tables.ts'

/** An event as everybody may hear it. */
const told = ({ number, type, at, request, area, actor }: EventRow): PublicEvent => ({
  number,
  type: type as EventType,
  at: new Date(at).toISOString(),
  ...(request !== null && { request }),
  ...(area !== null && { area }),
  ...(actor !== null && { actor }),
})

/** Acts after which a request is no row any more. */
const REMOVALS: readonly string[] = ['request.withdrawn', 'request.erased']

/** `number` of the row of the access log that says it. */
export type Remembered = { number: number; state: string | null }

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
  /** The end of the access log as the organisation’s own row has it: 0 before the first. */
  async end(): Promise<{ number: number; mac: string }> {
    const row = await db
      .selectFrom('organisation')
      .select(['access_number', 'access_mac'])
      .where('organisation', '=', organisation)
      .executeTakeFirst()
    return { number: row?.access_number ?? 0, mac: row?.access_mac ?? '' }
  },
  /** What the access log remembers last of requests: the state in which an act left each, or (null) that it was removed. */
  async fates(requests: readonly string[]): Promise<Map<string, Remembered>> {
    const rows = await db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      .where('request', 'in', requests.length > 0 ? requests : [''])
      .where((at) => at.or([at('state', 'is not', null), at('action', 'in', REMOVALS)]))
      .where('request', 'is not', null)
      .select(['request', 'number', 'action', 'state'])
      .execute()
    // sorted here: asked for in order, SQLite reads the whole log along it
    return new Map(
      rows
        .sort((a, b) => a.number - b.number)
        .map(({ request, number, action, state }) => [
          String(request),
          { number, state: REMOVALS.includes(action) ? null : state },
        ]),
    )
  },
  /** Which of these requests somebody closed before an instant, and nobody opened again, as the log remembers. */
  async closedBefore(requests: readonly string[], before: number): Promise<Set<string>> {
    const rows = await db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      .where('request', 'in', requests.length > 0 ? requests : [''])
      .where('request', 'is not', null)
      .where('action', 'in', ['request.close', 'request.reopen'])
      .select(['request', 'number', 'action', 'at'])
      .execute()
    const last = new Map(
      rows.sort((a, b) => a.number - b.number).map((row) => [String(row.request), row] as const),
    )
    const isClosed = ({ action, at }: (typeof rows)[number]) => action === 'request.close' && at <= before
    return new Set([...last].flatMap(([request, row]) => (isClosed(row) ? [request] : [])))
  },
  /** Who noted and who tried, in the order in which they did, as the log remembers: by request and act. */
  async whoActed(requests: readonly string[]): Promise<Map<string, { note: string[]; attempt: string[] }>> {
    const rows = await db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      .where('request', 'in', requests.length > 0 ? requests : [''])
      .where('request', 'is not', null)
      .where('action', 'in', ['request.note', 'request.attempt'])
      .select(['request', 'number', 'action', 'person'])
      .execute()
    const of = new Map(requests.map((id) => [id, { note: [] as string[], attempt: [] as string[] }]))
    for (const { request, action, person } of rows.sort((a, b) => a.number - b.number))
      of.get(String(request))?.[action === 'request.note' ? 'note' : 'attempt'].push(person)
    return of
  },
  /** Who has done these with a request, how often and when last. */
  async readings(
    request: string,
    actions: readonly string[],
  ): Promise<{ person: string; action: string; times: number; last: number }[]> {
    const rows = await db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      .where('request', '=', request)
      .where('request', 'is not', null)
      .where('action', 'in', actions)
      .select(['person', 'action', 'at'])
      .execute()
    // counted here: grouped by person, an engine would walk everything that the person has ever read
    const counted = new Map<string, { person: string; action: string; times: number; last: number }>()
    for (const { person, action, at } of rows) {
      const { times, last } = counted.get(`${person} ${action}`) ?? { times: 0, last: 0 }
      counted.set(`${person} ${action}`, { person, action, times: times + 1, last: Math.max(last, at) })
    }
    return [...counted.values()]
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
  /** What administrators and operators changed, the newest first. @param before the number of a row: those before it */
  changes: (before: number | undefined, limit: number) =>
    db
      .selectFrom('access_log')
      .where('organisation', '=', organisation)
      // as its index says it
      .where(sql<boolean>`ground in ('admin', 'operator')`)
      .where('number', '<', before ?? Number.MAX_SAFE_INTEGER)
      .where((at) => at.or([at('action', 'like', 'place:%'), at('action', 'like', 'staff-%')]))
      .orderBy('number', 'desc')
      .limit(limit)
      .select(['number', 'at', 'person', 'action'])
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
