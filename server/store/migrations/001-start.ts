/** The first tables. Keys begin with the organisation; on SQLite these are rowid tables, so that inserts append. */

import { content } from './001/content.ts'
import { logs } from './001/logs.ts'
import { people } from './001/people.ts'
import { calendar, place } from './001/place.ts'
import { besideRequests, requestIndexes, requests } from './001/requests.ts'
import { statistics } from './001/statistics.ts'
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
      statistics,
      people,
      content,
    ])
      await part(db)
  },
}
