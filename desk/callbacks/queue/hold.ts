/** Who holds a request: nobody, me, another, or another whose time has run out, so that anybody may take it. */
import type { Me, QueueRow } from '#core/contract/desk.ts'
import { type Hold, holdOf as heldAs } from '#core/request/life.ts'
import { session } from '../../state/session.ts'
import { momentWords, timeWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { isPlanned } from '../state/due.ts'

/** @param now server’s time, epoch ms */
export const holdOf = ({ takenBy, takenUntil }: QueueRow, me: Me | undefined, now: number): Hold =>
  heldAs({ holder: takenBy?.id, until: takenUntil ? Date.parse(takenUntil) : undefined }, me?.id, now)

/** Who holds it and until when, or what has become of it; empty while it waits for anybody. */
export function holderWords(row: QueueRow, now: number): string {
  const hold = holdOf(row, session.get().me, now)
  if (hold === 'free' && row.status === 'waiting') return ''
  const name = row.takenBy?.firstName ?? ''
  const until = row.takenUntil ? timeWords(Date.parse(row.takenUntil)) : ''
  if (hold === 'lapsed' && row.status === 'taken') return say('holder.lapsed', { name, until })
  if (isPlanned(row) && row.status === 'taken')
    return say(hold === 'mine' ? 'holder.plannedMine' : 'holder.planned', { name })
  if (row.status === 'taken') return say(hold === 'mine' ? 'holder.mine' : 'holder.other', { name, until })
  if (row.closedAt) return say('holder.closed', { name, when: momentWords(row.closedAt, now) })
  return say(`status.${row.status}`, { name })
}
