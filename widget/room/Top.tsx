/** The head of every page: whose service this is; and the way to leave quickly, which stays in sight. */
import { useRoom } from './context.ts'

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

export function Top() {
  const { speech, island } = useRoom()
  return (
    <header class="top">
      <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d="M8 25V7h16v18M3 25h26M14 25V12h6v13" />
      </svg>
      <h1>
        {speech.t('widget:title')}
        <small>{island.place.station.name}</small>
      </h1>
    </header>
  )
}
