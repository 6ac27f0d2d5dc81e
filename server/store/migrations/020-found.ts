/**
 * What is closed and kept is found again: by the reference and the number that somebody says, and in the order of closing, of an area and
 * of a person. Of open requests other indexes tell, so that none of these costs a request that comes.
 */
import { sql } from 'kysely'
import { index, type Migration } from './make.ts'

export const found: Migration = {
  name: '020-found',
  async up(db) {
    const on = (name: string, columns: string[]) =>
      index(db, 'callback_request', name, ['organisation', ...columns], {
        where: sql`closed_at is not null`,
      })
    await on('closed_reference', ['reference'])
    await on('closed_phone', ['phone_index', 'closed_at'])
    await on('closed_area', ['area', 'closed_at', 'id'])
    await on('closed_by', ['taken_by', 'closed_at', 'id'])
  },
}
