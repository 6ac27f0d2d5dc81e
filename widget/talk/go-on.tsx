/** The way on where a press is not the answer: pinned in sight, with how many are ticked. */
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  speech: Speech
  onGo: () => void
  /** something stands there to go on with: now it is pinned, before it would only hide rows */
  ready: boolean
  /** how many are ticked, “none” and “I don't know” apart */
  count: number
}

export function GoOn({ speech, onGo, ready, count }: Props) {
  const { alive } = useRoom()
  return (
    <div class={ready ? 'go ready' : 'go'}>
      <button
        type="button"
        class="first"
        onClick={onGo}
        {...(alive ? {} : { popovertarget: 'wait', popovertargetaction: 'show' as const })}
      >
        {speech.t('widget:next')}
      </button>
      {count > 0 && speech.has('widget:chosen') && (
        <small aria-hidden="true">{speech.t('widget:chosen', { count })}</small>
      )}
      {/* pressed before the script has come: the browser itself shows this, and the app finds it open */}
      {!alive && (
        <p class="wait" id="wait" popover="manual">
          {speech.t('widget:wait')}
        </p>
      )}
    </div>
  )
}
