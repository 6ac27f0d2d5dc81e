/** A note among coordinators. What is being written stays in memory over a lost session, another form and a refused sending. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { draft, keepDraft } from '../../../state/drafts.ts'
import { say } from '../../../words/words.ts'
import { ActFrame, type FormProps } from './form.tsx'

const LONGEST = 2000

export function NoteForm({ request, busy, send, cancel }: FormProps<'note'>) {
  const { id } = request.row
  const [text, setText] = useState(draft(id))
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  const write = (next: string) => {
    setText(next)
    keepDraft(id, next)
  }
  return (
    <ActFrame
      title="note.title"
      submit="note.save"
      leave="note.close"
      busy={busy}
      ready={text.trim() !== ''}
      onSubmit={() => send({ text: text.trim() })}
      cancel={cancel}
    >
      <label class="field">
        <span class="unseen">{say('note.new')}</span>
        <textarea
          ref={field}
          rows={3}
          maxLength={LONGEST}
          value={text}
          dir="auto"
          aria-describedby="note-hint"
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <p id="note-hint" class="soft">
        {say('note.hint')}
      </p>
    </ActFrame>
  )
}
