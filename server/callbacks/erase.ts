/** Scheduled erasure: closed requests that are recorded in the client system, after their time. */
import { LIFE } from '#core/request/life.ts'
import { localTime } from '../promise/local-time.ts'
import type { Store } from '../store/store.ts'
import { removeRequest } from './withdraw.ts'

/** So many in one act, so that nobody waits long behind it. */
const BATCH = 100
const DAY_MS = 24 * 60 * 60_000

export type Erased = {
  /** how many requests */
  erased: number
  /** their bytes are gone from the database's files; false: a reader was in the way, run it again */
  scrubbed: boolean
}

/**
 * Erases what was closed more than `days` days before `now` (epoch milliseconds) and is recorded.
 * @throws Refusal `unavailable`; what was erased before stays erased
 */
export async function eraseDue(
  store: Store,
  organisation: string,
  now: number,
  days: number,
): Promise<Erased> {
  let erased = 0
  for (;;) {
    const batch = await store.record(organisation, async (tx) => {
      await tx.gone.forget(now)
      // what networks claimed yesterday counts no more, and its hour may still be asked about
      await tx.claims.forgetBefore(localTime(now - DAY_MS).day)
      const before = now - days * DAY_MS
      // what a lead took for not real, and nobody took back, has waited as long
      const doubted = await tx.aside.doubtedBefore(before, BATCH)
      const due = [...doubted, ...(await tx.requests.dueForErasure(before, BATCH - doubted.length))]
      for (const row of due) {
        await removeRequest(tx, row, now)
        tx.events.add(LIFE.erase.event, { request: row.id, area: row.area })
        tx.access.add({
          person: 'system',
          action: 'request.erased',
          request: row.id,
          area: row.area,
          ground: 'retention',
        })
      }
      return due.length
    })
    erased += batch
    if (batch < BATCH) break
  }
  return { erased, scrubbed: await store.scrub() }
}
