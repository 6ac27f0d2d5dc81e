/** Services to call, beside the help lines. */
import { column, type Migration } from './make.ts'

export const services: Migration = {
  name: '018-services',
  async up(db) {
    await column(db, 'phone_line', 'service', 'text?')
    await column(db, 'phone_line', 'area', 'text?')
  },
}
