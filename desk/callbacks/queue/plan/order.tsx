/** Why the rows stand in this order, in words; and why the one that is open stands where it does. It is never a score of a person. */
import type { QueueRow } from '#core/contract/desk.ts'
import { useStore } from '../../../state/store.ts'
import { dueWordsOf, promiseWords, waitedWords } from '../../../words/dates.ts'
import { say } from '../../../words/words.ts'
import { callbacks } from '../../state/callbacks.ts'
import { dueOf, isPlanned } from '../../state/due.ts'
import { groupsOf } from '../view.ts'

/** What its place follows from. */
function reasonOf(row: QueueRow, now: number): string {
  if (row.closedAt) return say('order.because.unrecorded')
  const due = dueOf(row, now)
  if (row.nextTry && isPlanned(row))
    return say('order.because.planned', { when: promiseWords(row.nextTry, now) })
  return say(`order.because.${due}`, { when: dueWordsOf(row, now) })
}

/** How many of those that are shown come before it. */
const before = (rows: QueueRow[], { id }: QueueRow, now: number) =>
  groupsOf(rows, now)
    .flatMap((group) => group.rows)
    .findIndex((row) => row.id === id)

export function Order({ rows, now }: { rows: QueueRow[]; now: number }) {
  const openId = useStore(callbacks, (state) => state.openId)
  const row = rows.find(({ id }) => id === openId)
  return (
    <section class="panel" aria-labelledby="order">
      <h3 id="order">{say('order.title')}</h3>
      <ol class="order-rules">
        <li>{say('order.due')}</li>
        <li>{say('order.receipt')}</li>
        <li>{say('order.last')}</li>
      </ol>
      <p>{say('order.noScore')}</p>
      {row ? (
        <p class="order-row">
          <strong>{say('order.row', { reference: row.reference })}</strong> {reasonOf(row, now)}{' '}
          {say('order.before', { count: before(rows, row, now) })} {waitedWords(row.receivedAt, now)}.
        </p>
      ) : (
        <p class="soft">{say('order.open')}</p>
      )}
    </section>
  )
}
