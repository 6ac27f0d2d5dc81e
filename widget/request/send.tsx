/** The button that sends, and what happens to it: on its way, slow, waiting for a connection, or stopped. */

import { NumbersMeanwhile, SendTrouble } from '../help/troubled.tsx'
import { useTitle } from '../parts/use-title.ts'
import type { Sending } from '../state/sending.ts'
import { useOnline } from '../state/use-online.ts'
import type { Speech } from '../words/speech.ts'

const LABEL: Record<Sending['state'], string> = {
  idle: 'widget:card.send',
  sending: 'widget:card.sending',
  slow: 'widget:card.sending',
  waiting: 'widget:card.sendNow',
  stopped: 'widget:card.sendAgain',
}

type Props = {
  speech: Speech
  sending: Sending
  /** how many lines go */
  count: number
  onSend: () => void
  onStop: () => void
}

/** What is said of a state; the one button stays, so that the focus does. */
export function Send({ speech, sending, count, onSend, onStop }: Props) {
  const online = useOnline()
  const { state } = sending
  const busy = state === 'sending' || state === 'slow'
  const failed = sending.trouble && !busy
  useTitle(failed && speech.t('widget:page.notDone'))
  const calm = state === 'slow' ? 'card.slow' : state === 'idle' && !online ? 'card.offline' : undefined
  return (
    <>
      <p role="status" class={calm ? 'notice' : 'unseen'}>
        {calm ? speech.t(`widget:${calm}`) : busy && speech.t('widget:card.sending')}
      </p>
      {failed && <SendTrouble sending={sending} />}
      <div class="go ready">
        <button type="button" class="first" onClick={onSend} aria-disabled={busy}>
          {speech.t(LABEL[state])}
        </button>
        <small>{speech.t('widget:card.count', { count })}</small>
      </div>
      {state === 'waiting' && (
        <button
          type="button"
          class="quiet"
          onClick={({ currentTarget }) => {
            // the button goes: the focus stays with the one that sends
            currentTarget.previousElementSibling?.querySelector('button')?.focus()
            onStop()
          }}
        >
          {speech.t('widget:card.stop')}
        </button>
      )}
      {failed && <NumbersMeanwhile />}
    </>
  )
}
