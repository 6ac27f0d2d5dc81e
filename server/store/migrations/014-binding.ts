/** A request's columns are bound to what is sealed of it, and the access log remembers each binding. */
import { sql } from 'kysely'
import { column, index, type Migration } from './make.ts'

export const binding: Migration = {
  name: '014-binding',
  async up(db) {
    await column(db, 'callback_request', 'binding', 'text?')
    await column(db, 'callback_request', 'doubt_mac', 'text?')
    await index(db, 'callback_request', 'unbound', ['organisation', 'id'], { where: sql`binding is null` })
    await column(db, 'access_log', 'state', 'text?')
  },
}
