/** Closed before it was recorded in the client system: erasure waits for this one press. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { say } from '../../../words/words.ts'

type Props = { request: OpenRequest; busy: boolean; send(body: unknown): void }

export const RecordLater = ({ request, busy, send }: Props) => {
  const { closing, row } = request
  if (row.status !== 'closed' || !closing || closing.recorded) return null
  return (
    <>
      <p class="notice">{say('close.notRecorded')}</p>
      <button
        type="button"
        class="button strong"
        aria-disabled={busy}
        onClick={() => send({ outcome: closing.outcome, recorded: true })}
      >
        {say(busy ? 'act.busy' : 'close.nowRecorded')}
      </button>
    </>
  )
}
