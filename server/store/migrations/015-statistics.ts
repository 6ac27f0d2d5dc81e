/**
 * What will be counted of a request waits sealed until there are enough of them to be moved together. What was counted under
 * the old way stays.
 */
import { type Migration, table } from './make.ts'

export const statisticsWaiting: Migration = {
  name: '015-statistics',
  up: (db) => table(db, 'statistics_waiting', ['id'], { id: 'text', wrapped_key: 'text', sealed: 'text' }),
}
