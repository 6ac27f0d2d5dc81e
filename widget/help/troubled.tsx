/** What went wrong, calmly: what we do about it, what to do meanwhile, and the numbers that answer. */

import type { Trouble } from '../net/outbox.ts'
import { useRoom } from '../state/context.ts'
import type { Sending } from '../state/sending.ts'
import type { Speech } from '../words/speech.ts'
import { clockAt } from '../words/when.ts'
import { Lines } from './numbers.tsx'
import { GENERAL, linesOf } from './phone-lines.ts'

/** From here on the time of the next try is said (milliseconds); before it is “soon”. */
const SOON = 45_000

/** Why it waits, and when it goes on. */
function waitingWords({ trouble, at }: Sending, speech: Speech): string {
  const { t } = speech
  if (at === undefined) return t('widget:failed.offline')
  const why = t(trouble?.code === 'offline' ? 'widget:failed.unsure' : 'widget:failed.busy')
  const left = at - Date.now()
  return `${why} ${left < SOON ? t('widget:failed.soon') : t('widget:failed.at', { time: clockAt(speech, at) })}`
}

/** The words of a problem, or those of its kind when it has none. */
function stoppedWords(trouble: Trouble | undefined, { t, has }: Speech, otherwise: string): string {
  const own = `messages:${trouble?.code}`
  return t(trouble && trouble.code !== 'offline' && has(own) ? own : otherwise)
}

export function NumbersMeanwhile({ brief = false }) {
  return <Lines lines={linesOf(useRoom().island.place).slice(0, GENERAL)} brief={brief} />
}

/** Sending did not succeed: it waits for a better moment by itself, or for a person. The numbers stand below the button. */
export function SendTrouble({ sending }: { sending: Sending }) {
  const { speech } = useRoom()
  const waits = sending.state === 'waiting'
  return (
    <div class="trouble" role="alert">
      <p>
        {waits ? waitingWords(sending, speech) : stoppedWords(sending.trouble, speech, 'widget:failed.send')}
      </p>
      <p>
        {speech.t('widget:failed.kept')} {waits && speech.t('widget:failed.stay')}
      </p>
    </div>
  )
}

/** Something else than sending did not succeed: following, correcting, withdrawing. */
export function Troubled({
  trouble,
  otherwise = 'widget:failed.act',
}: {
  trouble: Trouble
  otherwise?: string
}) {
  const { speech } = useRoom()
  return (
    <div class="trouble" role="alert">
      <p>{stoppedWords(trouble, speech, otherwise)}</p>
      <NumbersMeanwhile />
    </div>
  )
}
