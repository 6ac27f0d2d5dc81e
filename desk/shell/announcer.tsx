/** One polite live region for the whole desk: it stands from the beginning, because a late region is not heard. */
import { desk } from '../state/desk.ts'
import { useStore } from '../state/store.ts'

export function Announcer() {
  const text = useStore(desk, (state) => state.announcement)
  return (
    <div class="unseen" role="status" data-announcer>
      {text}
    </div>
  )
}
