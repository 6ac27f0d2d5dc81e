/**
 * A request may wait in its order without a date. An area keeps some places of a day for those who cannot wait, and says
 * which requests take two. Figures tell trying from reaching; of rows of before it is not known.
 */
import { column, type Migration, optional } from './make.ts'

export const promise: Migration = {
  name: '006-promise',
  async up(db) {
    await optional(db, 'callback_request', { promise_day: 'text?', promise_by: 'text?' })
    await column(db, 'area', 'reserve', 'integer?')
    await column(db, 'area', 'heavy', 'text?')
    await column(db, 'statistics', 'dated', 'integer?')
    await column(db, 'statistics', 'reached_same_day', 'integer?')
    await column(db, 'statistics', 'reached_within_promise', 'integer?')
  },
}
