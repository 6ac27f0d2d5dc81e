/** Notes among coordinators. What is being written stays in memory over a lost session and a refused sending. */
import { useState } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import { asRefused, type Refused } from '../net/api.ts'
import { Problem } from '../parts/problem.tsx'
import { holdOf } from '../queue/hold.ts'
import { desk, serverNow } from '../state/desk.ts'
import { draft, keepDraft } from '../state/drafts.ts'
import { act } from '../state/request.ts'
import { momentWords } from '../words/dates.ts'
import { say } from '../words/words.ts'
import { allowedActs } from './allowed.ts'
import { Section } from './section.tsx'

const LONGEST = 2000

function useNote(id: string) {
  const [text, setText] = useState(draft(id))
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  const write = (next: string) => {
    setText(next)
    keepDraft(id, next)
  }
  const save = async (event: Event) => {
    event.preventDefault()
    if (busy || !text.trim()) return
    setBusy(true)
    refuse(undefined)
    try {
      await act('notes', { text: text.trim() })
      write('')
      desk.set({ announcement: say('notes.saved') })
    } catch (thrown) {
      refuse(asRefused(thrown))
    }
    setBusy(false)
  }
  return { text, busy, refused, write, save }
}

function NoteForm({ id }: { id: string }) {
  const { text, busy, refused, write, save } = useNote(id)
  return (
    <form class="note-form" onSubmit={save}>
      <label class="field">
        <span>{say('notes.new')}</span>
        <textarea
          rows={3}
          maxLength={LONGEST}
          value={text}
          aria-describedby="note-hint"
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <p id="note-hint" class="soft">
        {say('notes.hint')}
      </p>
      <Problem refused={refused} />
      <button type="submit" class="button" aria-disabled={busy || !text.trim()}>
        {say(busy ? 'act.busy' : 'notes.save')}
      </button>
    </form>
  )
}

export const Notes = ({ request }: { request: OpenRequest }) => {
  const mayWrite = allowedActs(request.row, holdOf(request.row, desk.get().me, serverNow())).includes('notes')
  return (
    <Section title="section.notes">
      <ul class="notes">
        {request.notes.map(({ at, by, text }) => (
          <li key={at + by}>
            <p class="soft">{say('notes.by', { by, moment: momentWords(at) })}</p>
            <p class="note-text">{text}</p>
          </li>
        ))}
      </ul>
      {!mayWrite && request.notes.length === 0 && <p class="soft">{say('notes.none')}</p>}
      {mayWrite && <NoteForm id={request.row.id} />}
    </Section>
  )
}
