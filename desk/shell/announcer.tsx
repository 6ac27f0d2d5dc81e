/** One polite live region for the whole desk: it stands from the beginning, because a late region is not heard. */
import { speaking } from '../state/speaking.ts'
import { useStore } from '../state/store.ts'

export function Announcer() {
  const text = useStore(speaking, (state) => state.announcement)
  return (
    <div class="unseen" role="status" data-announcer>
      {text}
    </div>
  )
}
