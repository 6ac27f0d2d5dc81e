/** Who waits in my areas, the nearest promise first. */
import type { Queue } from '#core/contract/desk.ts'
import { areasFor } from '../identity/authorize.ts'
import { localTime } from '../promise/local-time.ts'
import type { Coordinator, Deps } from './deps.ts'
import { iso, queueRow, tellUnreadable } from './rows.ts'

const PAGE = 100

/** The first page and my own unrecorded ones, and the number of the event at which it stands: from there on the log tells what changes. */
export function queue(
  { store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>,
  staff: Coordinator,
): Promise<Queue> {
  const now = clock.now()
  return store.read(staff.organisation, async (view) => {
    const all = (await view.place.areas(localTime(now).day)).map(({ area }) => area)
    const rows = await view.queue.page(areasFor(staff, 'queue.read', all), PAGE + 1)
    const page = rows.slice(0, PAGE)
    const unrecorded = await view.queue.unrecordedOf(staff.person)
    const folded = await view.queue.foldedCounts(page.map(({ id }) => id))
    // what I closed and have not recorded stays in sight: its erasure waits for me
    const shown = [...page, ...unrecorded]
    const lines = shown.map((row) => queueRow(view, row, folded.get(row.id) ?? 0))
    for (const [at, row] of shown.entries()) if (lines[at]?.unreadable) tellUnreadable(log, row)
    return {
      number: await view.log.last(),
      now: iso(now),
      rows: lines,
      more: rows.length > PAGE,
    }
  })
}
