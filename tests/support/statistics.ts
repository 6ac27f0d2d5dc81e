/** What has been counted so far: of closed requests while they are kept, of erased ones that wait, and of those that were moved. */
import { rawOf } from '../../server/store/raw.ts'
import type { FiguresRow } from '../../server/store/statistics.ts'
import type { Store } from '../../server/store/store.ts'
import { ORGANISATION } from './people.ts'

/** In the order of their days. */
export const counted = (store: Store): Promise<FiguresRow[]> =>
  store.read(ORGANISATION, async (view) => {
    const moved = await rawOf(view).selectFrom('statistics').selectAll().execute()
    const waiting = await view.statistics.waiting('', 10_000)
    const closed = await rawOf(view)
      .selectFrom('callback_request')
      .where('closed_at', 'is not', null)
      .orderBy('closed_at')
      .selectAll()
      .execute()
    const all = [
      ...moved,
      ...waiting.map(({ figures }) => figures),
      ...closed.map((row) => view.seal.open(row).figures),
    ]
    return all
      .flatMap((figures) => figures ?? [])
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  })
