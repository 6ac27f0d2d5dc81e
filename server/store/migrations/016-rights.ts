/** Roles, areas and who stands in for whom are bound under a key outside the database. */
import { column, type Migration } from './make.ts'

export const rights: Migration = {
  name: '016-rights',
  async up(db) {
    for (const table of ['person', 'area_staff', 'absence']) await column(db, table, 'rights_mac', 'text?')
  },
}
