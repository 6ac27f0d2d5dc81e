/** A call that staff answered is told from a conversation that a resident held alone, on the request and in what is counted of it. */
import { column, type Migration } from './make.ts'

export const channel: Migration = {
  name: '024-channel',
  async up(db) {
    await column(db, 'callback_request', 'channel', 'text?')
    await column(db, 'statistics', 'channel', 'text?')
  },
}
