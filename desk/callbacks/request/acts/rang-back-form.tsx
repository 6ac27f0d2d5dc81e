/** The resident rang and somebody else than their caller answered: who holds the request is told, with what was said. */
import { say } from '../../../words/words.ts'
import { ActFrame, type FormProps } from './form.tsx'
import { useTold } from './use-told.ts'

const BEGINNING = { text: '' }
const LONGEST = 2000

export function RangBackForm({ request, busy, send, cancel }: FormProps<'rang-back'>) {
  const [{ text }, tell] = useTold(request.row.id, 'rang-back', BEGINNING)
  const said = text.trim()
  return (
    <ActFrame
      title="rangBack.title"
      submit="rangBack.save"
      busy={busy}
      onSubmit={() => send(said === '' ? {} : { text: said })}
      cancel={cancel}
    >
      <label class="field">
        <span>{say('rangBack.said')}</span>
        <textarea
          rows={2}
          maxLength={LONGEST}
          value={text}
          dir="auto"
          onInput={(event) => tell({ text: event.currentTarget.value })}
        />
      </label>
    </ActFrame>
  )
}
