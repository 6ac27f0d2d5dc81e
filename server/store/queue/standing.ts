/** What stands in the queue, in the very words of its indexes, and lines of some of it. */
import { sql } from 'kysely'
import type { Db } from '../engines/engine.ts'
import { lines, type QueueColumns } from './lines.ts'

/** Otherwise the indexes are not used. What is in sight neither stands aside nor is folded under another. */
export const IN_SIGHT = sql<boolean>`closed_at is null and folded_under is null and aside is null`
/** Nobody has made the contact that was promised; where no day was promised a plan of ours comes first. */
export const UNTRIED = sql<boolean>`(attempts = 0 or first_attempt_at is null) and status in ('waiting', 'taken') and (promise_until < 8640000000000000 or try_until is null)`
const TRIED = sql<boolean>`((attempts > 0 and first_attempt_at is not null) or status not in ('waiting', 'taken') or (promise_until = 8640000000000000 and try_until is not null))`
export const PLANNED = sql<boolean>`${TRIED} and try_until is not null`
export const SETTLED = sql<boolean>`${TRIED} and try_until is null`
const isLapsed = (person: string, now: number) =>
  sql<boolean>`(taken_by <> ${person} and taken_until <= ${now})`
/** Nobody has it, or who has it let the time pass before anybody was reached. */
export const isFree = (person: string, now: number) =>
  sql<boolean>`(taken_by is null or (status = 'taken' and ${isLapsed(person, now)}))`

/** Numbers of values in one statement, so that few statements are made: lists are filled up with their first value. */
const SIZES = [1, 4, 16, 64, 256]
const MOST = 256
function* filled(ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += MOST) {
    const some = ids.slice(from, from + MOST)
    const size = SIZES.find((one) => one >= some.length) ?? MOST
    yield [...some, ...Array<string>(size - some.length).fill(some[0] ?? '')]
  }
}
async function each<Row>(ids: readonly string[], ask: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = []
  for (const some of filled(ids)) found.push(...(await ask(some)))
  return found
}

export function standingRepository(db: Db, organisation: string) {
  // of a flood that stands aside none is opened
  const open = () => lines(db, organisation).where('closed_at', 'is', null).where('aside', 'is', null)
  return {
    /** Lines of these, whatever has become of them, in no order. */
    lines: (ids: readonly string[]): Promise<QueueColumns[]> =>
      each(ids, (some) => lines(db, organisation).where('callback_request.id', 'in', some).execute()),
    /** Open requests in the order of their references, folded ones too. */
    standingAfter: (reference: string, limit: number) =>
      open().where('reference', '>', reference).orderBy('reference').limit(limit).execute(),
    /** Those of these that are open. */
    standing: (ids: readonly string[]) =>
      each(ids, (some) => open().where('callback_request.id', 'in', some).execute()),
  }
}
