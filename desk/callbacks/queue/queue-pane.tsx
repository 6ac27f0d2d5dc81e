/** The queue: who waits, why and until when, always as the server has it. */
import { useRef } from 'preact/hooks'
import type { QueueRow } from '#core/contract/desk.ts'
import { problemWords } from '../../parts/problem.tsx'
import { useNow } from '../../state/clock.ts'
import { connection } from '../../state/connection.ts'
import { session } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { useStore } from '../../state/store.ts'
import { timeWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { callbacks } from '../state/callbacks.ts'
import { useAnchor } from './anchor.ts'
import { AsideView } from './aside.tsx'
import { Empty } from './empty.tsx'
import { Filters } from './filters.tsx'
import { Row } from './row.tsx'
import { type Group, groupsOf, inArea, seenThrough } from './view.ts'

type ListProps = { rows: QueueRow[]; now: number }

const GroupView = ({ group: { due, rows }, now }: { group: Group; now: number }) => {
  const openId = useStore(callbacks, (state) => state.openId)
  const arrived = useStore(callbacks, (state) => state.arrived)
  return (
    <section class={`group group-${due}`} aria-labelledby={`group-${due}`}>
      <h3 id={`group-${due}`}>
        {say(`group.${due}`)} <span class="count">{rows.length}</span>
      </h3>
      <ol>
        {rows.map((row) => (
          <Row key={row.id} row={row} now={now} opened={row.id === openId} arrived={arrived.has(row.id)} />
        ))}
      </ol>
    </section>
  )
}

function Rows({ rows, now }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const groups = groupsOf(rows, now)
  useAnchor(list, room, groups.map(({ due, rows: some }) => [due, ...some.map(({ id }) => id)]).join())
  return (
    <div class="rows" ref={list}>
      {groups.map((group) => (
        <GroupView key={group.due} group={group} now={now} />
      ))}
      <div ref={room} />
    </div>
  )
}

/** While the line is lost: of what moment the rows tell. */
function AsOf() {
  const live = useStore(connection, (state) => state.live)
  const knownAt = useStore(connection, (state) => state.knownAt)
  if (live !== 'lost' || knownAt === undefined) return null
  return <span class="as-of">{say('queue.asOf', { time: timeWords(knownAt) })}</span>
}

export function QueuePane() {
  const me = useStore(session, (state) => state.me)
  const queue = useStore(callbacks, (state) => state.queue)
  const problem = useStore(callbacks, (state) => state.queueProblem)
  const live = useStore(connection, (state) => state.live)
  const lens = useStore(callbacks, (state) => state.lens)
  const area = useStore(callbacks, (state) => state.area)
  useStore(speaking, (state) => state.words)
  const now = useNow()
  const everywhere = seenThrough(queue?.rows ?? [], lens, me, now)
  const rows = inArea(everywhere, area)
  return (
    <section class={live === 'lost' ? 'queue queue-stale' : 'queue'} aria-labelledby="queue">
      <h2 id="queue" tabIndex={-1}>
        {say('queue.title')} <AsOf />
      </h2>
      {me && queue && <Filters me={me} rows={queue.rows} now={now} />}
      <AsideView now={now} area={area} />
      {problem && !(queue && live === 'lost') && <p class="problem">{problemWords(problem)}</p>}
      {!queue && !problem && <p class="empty">{say('queue.loading')}</p>}
      {queue && rows.length === 0 && <Empty lens={lens} area={area} elsewhere={everywhere.length} />}
      <Rows rows={rows} now={now} />
      {queue?.more && <p class="soft">{say('queue.more', { count: queue.rows.length })}</p>}
    </section>
  )
}
