/** A line of the queue: what it shows of a request, and with whose name. */
import type { Db } from '../engines/engine.ts'
import { REQUEST_COLUMNS } from '../rows/request.ts'
import type { CallbackRequestRow } from '../tables.ts'

/** All that is clear, and the sealed summary with its key: a page opens no more than it shows. */
type Line = Omit<CallbackRequestRow, 'organisation' | 'sealed'>
const LINE = Object.keys(REQUEST_COLUMNS).filter(
  (column) => column !== 'organisation' && column !== 'sealed',
) as (keyof Line)[]
const COLUMNS = LINE.map((column) => `callback_request.${column}` as const)

/** `holder`: the first name of who has taken it. */
export type QueueColumns = Line & { holder: string | null }

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
