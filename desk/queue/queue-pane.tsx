/** The queue: who waits, why and until when, always as the server has it. */
import { useRef } from 'preact/hooks'
import type { QueueRow } from '#core/contract/desk.ts'
import { problemWords } from '../parts/problem.tsx'
import { desk } from '../state/desk.ts'
import { useStore } from '../state/store.ts'
import { say } from '../words/words.ts'
import { useAnchor } from './anchor.ts'
import { useNow } from './clock.ts'
import { Filters } from './filters.tsx'
import { Row } from './row.tsx'
import { inArea, seenThrough } from './view.ts'

type ListProps = { rows: QueueRow[]; now: number }

function Rows({ rows, now }: ListProps) {
  const openId = useStore(desk, (state) => state.openId)
  const arrived = useStore(desk, (state) => state.arrived)
  const list = useRef<HTMLDivElement>(null)
  const room = useRef<HTMLDivElement>(null)
  useAnchor(list, room, rows.map((row) => row.id).join())
  return (
    <div class="rows" ref={list}>
      <ol>
        {rows.map((row) => (
          <Row key={row.id} row={row} now={now} opened={row.id === openId} arrived={arrived.has(row.id)} />
        ))}
      </ol>
      <div ref={room} />
    </div>
  )
}

export function QueuePane() {
  const me = useStore(desk, (state) => state.me)
  const queue = useStore(desk, (state) => state.queue)
  const problem = useStore(desk, (state) => state.queueProblem)
  const live = useStore(desk, (state) => state.live)
  const lens = useStore(desk, (state) => state.lens)
  const area = useStore(desk, (state) => state.area)
  const now = useNow()
  const rows = seenThrough(inArea(queue?.rows ?? [], area), lens, me, now)
  return (
    <section class="queue" aria-labelledby="queue">
      <h2 id="queue" tabIndex={-1}>
        {say('queue.title')}
      </h2>
      {me && queue && <Filters me={me} rows={queue.rows} now={now} />}
      {problem && !(queue && live === 'lost') && <p class="problem">{problemWords(problem)}</p>}
      {!queue && !problem && <p class="empty">{say('queue.loading')}</p>}
      {queue && rows.length === 0 && <p class="empty">{say(`queue.empty.${lens}`)}</p>}
      <Rows rows={rows} now={now} />
      {queue?.more && <p class="soft">{say('queue.more', { count: queue.rows.length })}</p>}
    </section>
  )
}
