/** How each person looks at the queue, and how their desk stands. */
import { type Migration, table } from './make.ts'

export const views: Migration = {
  name: '023-views',
  async up(db) {
    await table(db, 'desk_view', ['person', 'view'], {
      person: 'text',
      view: 'text',
      name: 'text',
      told: 'text',
      created_at: 'instant',
    })
    await table(db, 'desk_setting', ['person'], { person: 'text', told: 'text' })
  },
}
