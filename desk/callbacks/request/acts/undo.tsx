/** For a minute after an act: what was done, and the way back. Only what nobody else may have acted upon since. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { LIFE } from '#core/request/life.ts'
import { serverNow, useNow } from '../../../state/clock.ts'
import { session } from '../../../state/session.ts'
import { useStore } from '../../../state/store.ts'
import { say } from '../../../words/words.ts'

const FOR_MS = 60_000
const UNDOABLE: readonly string[] = [
  LIFE.attempt.event,
  LIFE.reached.event,
  LIFE.unreachable.event,
  LIFE.note.event,
]

type Props = { request: OpenRequest; busy: boolean; undo(): void }

export function Undo({ request: { history, row }, busy, undo }: Props) {
  const me = useStore(session, (state) => state.me)
  useNow()
  const [before, last] = [history.at(-2), history.at(-1)]
  // what was said when the resident rang is no note of its own
  const isPassedOn = before?.type === LIFE['rang-back'].event && before.at === last?.at
  const isMine = last?.actor !== undefined && last.actor === me?.id && row.takenBy?.id === me.id
  if (!last || !isMine || !UNDOABLE.includes(last.type) || isPassedOn) return null
  if (serverNow() - Date.parse(last.at) > FOR_MS) return null
  return (
    <p class="undo">
      {say(`event.${last.type}`)}{' '}
      <button type="button" class="button quiet" aria-disabled={busy} onClick={undo}>
        {say(busy ? 'act.busy' : 'act.undo')}
      </button>
    </p>
  )
}
