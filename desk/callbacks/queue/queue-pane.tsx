/** The queue: who waits, why and until when, always as the server has it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
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
import { kept } from '../state/views.ts'
import { useAnchor } from './anchor.ts'
import { AsideView } from './aside.tsx'
import { Empty } from './empty.tsx'
import { Filters } from './filters.tsx'
import { Tools } from './plan/tools.tsx'
import { Row } from './row.tsx'
import { type Group, groupsOf, inArea, lookedFor, seenThrough } from './view.ts'

type ListProps = { rows: QueueRow[]; now: number; isRead: boolean }
type GroupProps = { group: Group; shown: number; now: number }

/** `shown`: so many of its rows are drawn; the count after its name is of all. */
const GroupView = ({ group: { due, rows }, shown, now }: GroupProps) => {
  const openId = useStore(callbacks, (state) => state.openId)
  const arrived = useStore(callbacks, (state) => state.arrived)
  return (
    <section class={`group group-${due}`} aria-labelledby={`group-${due}`}>
      <h3 id={`group-${due}`}>
        {say(`group.${due}`)} <span class="count">{rows.length}</span>
      </h3>
      <ol>
        {rows.slice(0, shown).map((row) => (
          <Row key={row.id} row={row} now={now} opened={row.id === openId} arrived={arrived.has(row.id)} />
        ))}
      </ol>
    </section>
  )
}

/** So many rows are drawn at first, and with each look further down. */
const DRAWN = 100

/** Groups with how many of their rows are drawn, the first `drawn` rows of all. */
function drawnOf(groups: Group[], drawn: number): Omit<GroupProps, 'now'>[] {
  let left = drawn
  return groups.flatMap((group) => {
    const shown = Math.max(0, Math.min(left, group.rows.length))
    left -= shown
    return shown > 0 ? [{ group, shown }] : []
  })
}

/** Grows as one comes to its end, by scrolling or by keys; focus goes on to the first row that came. */
function useDrawn(list: { current: HTMLElement | null }) {
  const [drawn, setDrawn] = useState(DRAWN)
  const more = useRef<HTMLButtonElement>(null)
  const goOn = useRef<number | undefined>(undefined)
  const grow = () => {
    if (document.activeElement === more.current) goOn.current = drawn
    setDrawn(drawn + DRAWN)
  }
  useEffect(() => {
    const end = more.current
    if (!end) return
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting) && document.activeElement !== end) grow()
    })
    seen.observe(end)
    return () => seen.disconnect()
  })
  useLayoutEffect(() => {
    if (goOn.current === undefined) return
    list.current?.querySelectorAll<HTMLElement>('.row-link')[goOn.current]?.focus()
    goOn.current = undefined
  }, [drawn])
  return { drawn, more, grow }
}

function Rows({ rows, now, isRead }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const { drawn, more, grow } = useDrawn(list)
  const groups = groupsOf(rows, now)
  useAnchor(list, room, groups.map(({ due, rows: some }) => [due, ...some.map(({ id }) => id)]).join())
  const density = useStore(kept, (state) => state.settings.rows)
  return (
    <div class={`rows rows-${density}`} ref={list}>
      {drawnOf(groups, drawn).map(({ group, shown }) => (
        <GroupView key={group.due} group={group} shown={shown} now={now} />
      ))}
      {rows.length > drawn && (
        <button type="button" class="button quiet show-more" ref={more} onClick={grow}>
          {say('queue.showMore', { count: rows.length - drawn })}
        </button>
      )}
      {!isRead && <p class="soft reading">{say('queue.loading')}</p>}
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

type PaneProps = {
  /** of what stands in the place of the queue */
  title?: string | undefined
  beside?: ComponentChildren
  head?: ComponentChildren
  /** stands in the place of the queue */
  children?: ComponentChildren
}

export function QueuePane({ title, beside, head, children }: PaneProps) {
  const live = useStore(connection, (state) => state.live)
  return (
    <section class={live === 'lost' ? 'queue queue-stale' : 'queue'} aria-labelledby="queue">
      <div class="queue-head">
        <h2 id="queue" tabIndex={-1}>
          {title ?? say('queue.title')} <AsOf />
        </h2>
        {beside}
      </div>
      {head}
      {children ?? <QueueItself />}
    </section>
  )
}

/** Its filters, what stands aside of it, and its rows. */
function QueueItself() {
  const me = useStore(session, (state) => state.me)
  const queue = useStore(callbacks, (state) => state.queue)
  const problem = useStore(callbacks, (state) => state.queueProblem)
  const live = useStore(connection, (state) => state.live)
  const lens = useStore(callbacks, (state) => state.lens)
  const area = useStore(callbacks, (state) => state.area)
  useStore(speaking, (state) => state.words)
  const now = useNow()
  const everywhere = seenThrough(queue?.rows ?? [], lens, me, now)
  const filters = useStore(callbacks, (state) => state.filters)
  const here = inArea(everywhere, area)
  const rows = lookedFor(here, filters)
  const isRead = queue !== undefined && queue.after === undefined
  return (
    <>
      {me && queue && <Filters me={me} queue={queue} now={now} />}
      {queue && <Tools shown={rows} hidden={here.length - rows.length} isRead={isRead} now={now} />}
      <AsideView now={now} area={area} />
      {problem && !(queue && live === 'lost') && <p class="problem">{problemWords(problem)}</p>}
      {!queue && !problem && <p class="empty">{say('queue.loading')}</p>}
      {queue && isRead && rows.length === 0 && (
        <Empty lens={lens} area={area} elsewhere={everywhere.length} hidden={here.length} />
      )}
      <Rows
        key={`${lens} ${area} ${JSON.stringify(filters)}`}
        rows={rows}
        now={now}
        isRead={!queue || isRead}
      />
    </>
  )
}
