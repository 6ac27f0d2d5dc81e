/** What has been counted of whole months and weeks, as it may be told; and rows of statistics in the order in which they are counted. */
import { index, type Migration, table } from './make.ts'

export const figures: Migration = {
  name: '021-figures',
  async up(db) {
    await table(db, 'counted_period', ['kind', 'period'], {
      kind: 'text',
      period: 'text',
      from_day: 'text',
      to_day: 'text',
      told: 'text',
    })
    await index(db, 'statistics', 'walk', ['organisation', 'day', 'row'])
  },
}
