/** Closed before it was recorded in the client system: erasure waits for this one press. */
import type { ActBody } from '#core/contract/acts.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import { say } from '../../../words/words.ts'

type Props = { request: OpenRequest; busy: boolean; send(body: ActBody<'close'>): void }

/** The answer has it as a text; it is the outcome that was accepted when the request was closed. */
type LaterOutcome = ActBody<'close'>['outcome']

export const RecordLater = ({ request, busy, send }: Props) => {
  const { closing, register, row } = request
  if (row.status !== 'closed' || !closing || closing.recorded) return null
  return (
    <>
      <p class="notice">
        {say('close.notRecorded')} {say(`close.register.${register}`)}
      </p>
      <button
        type="button"
        class="button strong"
        aria-disabled={busy}
        onClick={() => send({ outcome: closing.outcome as LaterOutcome, recorded: true })}
      >
        {say(busy ? 'act.busy' : 'close.nowRecorded')}
      </button>
    </>
  )
}
