/** “Copy for the client system”: recorded as a reading first, then put on the clipboard; where the browser refuses that, it stands selected in a field. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { Problem } from '../../parts/problem.tsx'
import { sessionEnded } from '../../state/session.ts'
import { say } from '../../words/words.ts'
import { recordText } from './record-text.ts'

type How = 'copied' | 'by-hand'

/** Puts it on the clipboard, if the browser lets. */
const put = (text: string): Promise<How> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => 'copied',
      () => 'by-hand',
    )

function useCopying(request: OpenRequest, outcome: string | undefined) {
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  const [done, finish] = useState<{ how: How; text: string }>()
  const copy = async () => {
    if (busy) return
    setBusy(true)
    refuse(undefined)
    const text = recordText(request, outcome)
    try {
      await call('POST', `/api/desk/requests/${encodeURIComponent(request.row.id)}/copied`)
      finish({ how: await put(text), text })
    } catch (thrown) {
      const why = asRefused(thrown)
      if (why.code === 'signed-out') sessionEnded()
      refuse(why)
    }
    setBusy(false)
  }
  return { busy, refused, done, copy }
}

/** Selected, so that one key copies it. */
function ByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [text])
  return (
    <label class="field">
      <span>{say('copy.byHand')}</span>
      <textarea ref={field} rows={6} readOnly value={text} dir="auto" />
    </label>
  )
}

/** @param outcome as it is chosen in a form that is not sent yet */
export function CopyRecord({ request, outcome }: { request: OpenRequest; outcome?: string | undefined }) {
  const { busy, refused, done, copy } = useCopying(request, outcome)
  return (
    <div class="copy-record">
      <button type="button" class="button" aria-disabled={busy} onClick={() => void copy()}>
        {say(busy ? 'act.busy' : 'copy.do')}
      </button>
      <p role="status" class="soft">
        {done?.how === 'copied' ? say('copy.done') : ''}
      </p>
      {done?.how === 'by-hand' && <ByHand text={done.text} />}
      <Problem refused={refused} />
    </div>
  )
}
