/** Says aloud what arrived, in one sentence, once. */
import type { QueueRow } from '#core/contract/desk.ts'
import { speaking } from '../../state/speaking.ts'
import { crowdedWords, dueWordsOf } from '../../words/dates.ts'
import { municipalityName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { callbacks, type KnownQueue } from './callbacks.ts'
import { tellArrivals } from './notice.ts'

const sentence = (rows: QueueRow[]): string => {
  const [row] = rows
  if (!row) return ''
  if (rows.length > 1) return say('announce.many', { count: rows.length })
  const promise = [dueWordsOf(row), crowdedWords(row)].filter(Boolean).join(', ')
  return say('announce.one', { place: municipalityName(row), promise })
}

/** Tells of the rows that the earlier queue did not have; answers the ids to be marked as new. */
export function announceArrivals(before: KnownQueue | undefined, now: KnownQueue): ReadonlySet<string> {
  if (!before) return new Set()
  const known = new Set(before.rows.map((row) => row.id))
  // while the queue is still being read, an old row may be new here
  const isNew = (row: QueueRow) => before.after === undefined || row.receivedAt >= before.now
  const fresh = now.rows.filter((row) => !known.has(row.id) && row.status === 'waiting' && isNew(row))
  const present = new Set(now.rows.map((row) => row.id))
  const kept = [...callbacks.get().arrived].filter((id) => present.has(id))
  if (fresh.length > 0) {
    speaking.set({ announcement: sentence(fresh) })
    tellArrivals(fresh.length)
  }
  return new Set([...kept, ...fresh.map((row) => row.id)])
}
