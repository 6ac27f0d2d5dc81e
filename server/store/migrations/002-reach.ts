/** Where else a station is reached, its names in other languages, and who calls those who live elsewhere. */
import { column, type Migration } from './make.ts'

export const reach: Migration = {
  name: '002-reach',
  async up(db) {
    await column(db, 'organisation', 'duty_area', 'text?')
    await column(db, 'station_fact', 'names', 'text?')
    await column(db, 'station_fact', 'page', 'text?')
  },
}
