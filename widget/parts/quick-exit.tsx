/** Leaves the page at once for a neutral one; without script the link itself does. */
import { useRoom } from '../state/context.ts'

export function QuickExit() {
  const { speech, alive, exit } = useRoom()
  const leave = (event: Event) => {
    event.preventDefault()
    exit()
  }
  return (
    <a
      class="exit"
      href={speech.t('widget:exit.address')}
      rel="noreferrer"
      target="_top"
      title={speech.t('widget:exit.keys')}
      onClick={alive ? leave : undefined}
    >
      {speech.t('widget:exit')}
    </a>
  )
}
