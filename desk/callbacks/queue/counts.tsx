/** How many promises have passed or will pass within the hour; the same, with who waits, in the page’s title. */
import { Icon } from '../../parts/icon.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { useNow } from '../../state/clock.ts'
import { session } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { callbacks } from '../state/callbacks.ts'
import { type Counts, countsOf } from './view.ts'

const PROMISES = ['overdue', 'soon'] as const

/** Nothing stands here when every promise has time. */
export function PromiseCounts({ counts }: { counts: Counts }) {
  const told = PROMISES.filter((name) => counts[name] > 0)
  if (told.length === 0) return null
  return (
    <ul class="promise-counts">
      {told.map((name) => (
        <li key={name} class={`due-${name}`}>
          <Icon shape={name} />
          {say(`count.${name}`, { count: counts[name] })}
        </li>
      ))}
    </ul>
  )
}

const IN_TITLE: readonly (keyof Counts)[] = ['overdue', 'soon', 'waiting', 'mine']

/** “1 myöhässä · 5 odottaa – Kynnys”: what needs somebody stands first, because a tab shows only the beginning. */
export function titleOf(counts: Counts): string {
  const parts = IN_TITLE.filter((name) => counts[name] > 0)
  const text = parts.map((name) => say(`count.${name}`, { count: counts[name] })).join(' · ')
  return say('title.queue', { counts: text || say('title.nobody') })
}

/** Keeps the title true, also when only time passes. */
export function useQueueTitle(): void {
  const queue = useStore(callbacks, (state) => state.queue)
  const me = useStore(session, (state) => state.me)
  const now = useNow()
  useTitle(queue ? titleOf(countsOf(queue, undefined, me, now)) : say('title.signIn'))
}
