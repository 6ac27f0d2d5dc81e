/** The first tables. Keys begin with the organisation; on SQLite these are rowid tables, so that inserts append. */
import { calendar, place } from './001/place.ts'
import { besideRequests, requestIndexes, requests } from './001/requests.ts'
import { content, counts, logs, people } from './001/rest.ts'
import type { Migration } from './make.ts'

export const start: Migration = {
  name: '001-start',
  async up(db) {
    for (const part of [
      place,
      calendar,
      requests,
      requestIndexes,
      besideRequests,
      logs,
      counts,
      people,
      content,
    ])
      await part(db)
  },
}
