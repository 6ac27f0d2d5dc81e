/** A closed request is opened again by two presses: what had been said of its end is forgotten. */
import { say } from '../../../words/words.ts'
import { ActFrame, type FormProps } from './form.tsx'

export function ReopenForm({ request: { closing }, busy, send, cancel }: FormProps<'reopen'>) {
  const outcome = closing && say(`outcome.${closing.outcome}`)
  return (
    <ActFrame title="reopen.title" submit="reopen.save" busy={busy} onSubmit={() => send({})} cancel={cancel}>
      <p>{say('reopen.text')}</p>
      {outcome && <p>{say('reopen.forgets', { what: outcome })}</p>}
      {closing?.recorded && <p class="notice">{say('reopen.recordAgain')}</p>}
    </ActFrame>
  )
}
