/** When a service coordinator is at a station to meet people. */
import { column, type Migration } from './make.ts'

export const reception: Migration = {
  name: '003-reception',
  async up(db) {
    await column(db, 'station_fact', 'reception', 'text?')
  },
}
