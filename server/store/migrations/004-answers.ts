/** When a help line answers, and in which languages. */
import { column, type Migration } from './make.ts'

export const answers: Migration = {
  name: '004-answers',
  async up(db) {
    await column(db, 'phone_line', 'always', 'integer?')
    await column(db, 'phone_line', 'speaks', 'text?')
  },
}
