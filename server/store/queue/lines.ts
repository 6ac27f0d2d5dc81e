/** A line of the queue: what it shows of a request, and with whose name. */
import { type BoundLine, LINE } from '../binding.ts'
import type { Db } from '../engines/engine.ts'

const COLUMNS = LINE.map((column) => `callback_request.${column}` as const)

/** All that is clear, and the sealed summary with its key. `holder`: the first name of who has taken it. */
export type QueueColumns = BoundLine & { holder: string | null }

/** Lines of the queue, each with its holder's first name. */
export const lines = (db: Db, organisation: string) =>
  db
    .selectFrom('callback_request')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation', '=', 'callback_request.organisation')
        .onRef('person.person', '=', 'callback_request.taken_by'),
    )
    .where('callback_request.organisation', '=', organisation)
    .select([...COLUMNS, 'person.first_name as holder'])
