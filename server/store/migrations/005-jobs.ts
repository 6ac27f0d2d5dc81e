/** Which process does which job of the server’s own. */
import { type Migration, table } from './make.ts'

export const jobs: Migration = {
  name: '005-jobs',
  async up(db) {
    await table(db, 'job', ['job'], {
      job: 'text',
      held_by: 'text?',
      held_until: 'instant',
      started_at: 'instant',
    })
  },
}
