/** A note among coordinators. It is no form that is given up: what is written stays until it is saved. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { say } from '../../../words/words.ts'
import { ActFrame, type FormProps } from './form.tsx'
import { useTold } from './use-told.ts'

const BEGINNING = { text: '' }

const LONGEST = 2000

export function NoteForm({ request, busy, send, cancel }: FormProps<'note'>) {
  const [{ text }, tell] = useTold(request.row.id, 'note', BEGINNING)
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  return (
    <ActFrame
      title="note.title"
      submit="note.save"
      leave="note.close"
      busy={busy}
      ready={text.trim() !== ''}
      missing="note.missing"
      onSubmit={() => send({ text: text.trim() })}
      cancel={cancel}
    >
      <label class="field">
        <span class="unseen">{say('note.new')}</span>
        <textarea
          ref={field}
          rows={3}
          placeholder=" "
          maxLength={LONGEST}
          value={text}
          dir="auto"
          aria-describedby="note-hint"
          onInput={(event) => tell({ text: event.currentTarget.value })}
        />
      </label>
      <p id="note-hint" class="soft">
        {say('note.hint')}
      </p>
    </ActFrame>
  )
}
