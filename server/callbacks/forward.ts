/** A place that became free brings somebody forward: the first who waits without a date, else the one promised last. */
import { safeHalfDays } from '#core/request/half-day.ts'
import { LIFE } from '#core/request/life.ts'
import { readable } from '../seal/unreadable.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Store, Tx } from '../store/store.ts'
import { change } from './acting.ts'
import { bindingSummary, bindPromise, giveBackPlace, promiseColumns, unbound } from './bind.ts'

/** So many are asked whether the place suits them: not everybody may be called on every day. */
const LOOKED_AT = 10
/** And so often of those without a date: an act that gives a place back does not read a whole queue. */
const PAGES = 10

/** @param only the day that became free; absent: the first that has room */
async function move(tx: Tx, row: RequestRow, now: number, only?: string): Promise<boolean> {
  // one that cannot be opened stays where it is: an act upon another does not fail by it
  const contents = readable(() => tx.seal.open(row))
  if (contents === undefined) return false
  const summary = unbound(tx.seal.summary(row))
  // who was told when to come is not told otherwise
  if (summary.visit) return false
  const { area, station } = row
  const { forReserve = false, heavy = [] } = summary
  const safe = safeHalfDays(contents.contact)
  const binding = await bindPromise(tx, now, { area, station, claims: true, safe, forReserve, heavy }, only)
  if (!binding.promise) return false
  await giveBackPlace(tx, row, now)
  await change(tx, row, {
    ...promiseColumns(binding),
    ...tx.seal.again(row, contents, { ...summary, ...bindingSummary(binding), sooner: true }),
  })
  tx.events.add(LIFE.forward.event, { request: row.id, area })
  tx.access.add({
    person: 'system',
    action: 'request.brought-forward',
    request: row.id,
    area,
    ground: 'freed-place',
  })
  return true
}

/** The first of them that can be moved. Nobody is moved later, and nobody whom a coordinator has in hand. */
async function moveFirst(tx: Tx, rows: RequestRow[], now: number, only?: string): Promise<boolean> {
  for (const row of rows) if (await move(tx, row, now, only)) return true
  return false
}

/** Any place of a day would do for it: where it finds none there is none. */
function takesAny({ seal }: Pick<Tx, 'seal'>, row: RequestRow): boolean {
  const contents = readable(() => seal.open(row))
  if (contents === undefined) return false
  const { visit, heavy = [] } = seal.summary(row)
  return !visit && heavy.length === 0 && safeHalfDays(contents.contact).length === 0
}

/** In the order of coming. Some whom no free place suits do not keep it from those behind them. */
async function moveUndated(tx: Tx, area: string, now: number): Promise<boolean> {
  let after: RequestRow | undefined
  for (let page = 0; page < PAGES; page++) {
    const rows = await tx.queue.undated(area, LOOKED_AT, after)
    if (await moveFirst(tx, rows, now)) return true
    if (rows.length < LOOKED_AT || rows.some((row) => takesAny(tx, row))) return false
    after = rows.at(-1)
  }
  return false
}

/**
 * In the act that gave the place back.
 * @param day on which it became free
 */
export async function bringForward(tx: Tx, area: string, day: string, now: number): Promise<void> {
  if (await moveUndated(tx, area, now)) return
  await moveFirst(tx, await tx.queue.promisedAfter(area, day, LOOKED_AT), now, day)
}

/** Each day begins with a day more to look ahead to, and a reserve ends: who waits without a date is promised one, in order. */
export async function dateUndated(
  store: Store,
  organisation: string,
  area: string,
  now: number,
): Promise<void> {
  while (await store.record(organisation, (tx) => moveUndated(tx, area, now)));
}
