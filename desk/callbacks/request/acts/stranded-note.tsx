/** A note that can be saved no more, because the request is in other hands or closed: its writer is told, and may copy it. */
import { draft, drafts, forgetDraft } from '../../../state/drafts.ts'
import { useStore } from '../../../state/store.ts'
import { say } from '../../../words/words.ts'

export function StrandedNote({ id }: { id: string }) {
  const note = useStore(drafts, () => draft(id, 'note')) as { text: string } | undefined
  if (!note) return null
  return (
    <div class="act-form">
      <p class="notice" role="alert">
        {say('note.stranded')}
      </p>
      <label class="field">
        <span class="unseen">{say('note.title')}</span>
        <textarea rows={3} readOnly value={note.text} dir="auto" />
      </label>
      <div class="acts">
        <button type="button" class="button quiet" onClick={() => forgetDraft(id, 'note')}>
          {say('note.forget')}
        </button>
      </div>
    </div>
  )
}
