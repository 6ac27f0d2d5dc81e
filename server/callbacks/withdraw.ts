/** The resident takes the request back: it is erased at once. */
import { LIFE } from '#core/request/life.ts'
import { localTime } from '../promise/local-time.ts'
import { statisticsOf } from '../statistics/row.ts'
import { Overtaken, type RequestRow } from '../store/requests.ts'
import type { Tx } from '../store/store.ts'
import { statusAfter } from './acting.ts'
import { giveBackPlace } from './bind.ts'
import type { Deps } from './deps.ts'
import { oneNumberAtATime, unfold } from './fold.ts'
import { bringForward } from './forward.ts'
import { findMine, type RequestAccess } from './mine.ts'

/** So long a late retry is told that the request is gone. */
export const GONE_MS = 90 * 24 * 60 * 60_000

/**
 * Removes all that was written of a request; its id and the hash of its code stay for 90 days.
 * @throws an error upon which the act runs again, when somebody has acted upon it since it was read: it may be open again
 */
export async function removeRequest(
  tx: Tx,
  { id, code_index, version }: Pick<RequestRow, 'id' | 'code_index' | 'version'>,
  now: number,
): Promise<void> {
  await tx.notes.remove(id)
  await tx.attempts.remove(id)
  if (!(await tx.requests.remove(id, version))) throw new Overtaken('changed meanwhile')
  await tx.gone.add({ id, code_index, until: now + GONE_MS })
}

/** @throws Refusal `not-found`, `gone`, `wrong-status` when it is already closed */
export async function withdraw(
  { store, clock, log }: Deps,
  organisation: string,
  which: RequestAccess,
): Promise<void> {
  await store.record(organisation, async (tx) => {
    const now = clock.now()
    await oneNumberAtATime(tx, (await findMine(tx, which)).phone_index)
    const row = await findMine(tx, which)
    statusAfter(row, 'withdraw')
    await unfold(tx, row)
    const freed = await giveBackPlace(tx, row, now)
    await tx.statistics.wait(statisticsOf(row, tx.seal, { outcome: 'withdrawn' }), localTime(now).day)
    await removeRequest(tx, row, now)
    if (freed) await bringForward(tx, row.area, freed, now)
    tx.events.add(LIFE.withdraw.event, { request: row.id, area: row.area })
    tx.access.add({
      person: 'resident',
      action: 'request.withdrawn',
      request: row.id,
      area: row.area,
      ground: 'own-request',
    })
  })
  // it is withdrawn already, whatever becomes of the bytes
  if (!(await store.scrub().catch(() => false))) log?.('erasing-waits')
}
