/** Withdrawing erases at once: it is asked twice, and said plainly. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Troubled } from '../help/troubled.tsx'
import { type Trouble, withdraw } from '../net/outbox.ts'
import type { Speech } from '../words/speech.ts'

type Props = { code: string; speech: Speech; onWithdrawn: () => void }

export function Withdraw({ code, speech, onWithdrawn }: Props) {
  const [sure, setSure] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [busy, setBusy] = useState(false)
  const question = useRef<HTMLParagraphElement>(null)
  const asks = useRef<HTMLButtonElement>(null)
  const keep = () => {
    setSure(false)
    requestAnimationFrame(() => asks.current?.focus())
  }
  useLayoutEffect(() => {
    if (sure) question.current?.focus()
  }, [sure])
  const erase = async () => {
    if (busy) return
    setBusy(true)
    setTrouble(undefined)
    const answer = await withdraw(code)
    setBusy(false)
    if (answer.ok || answer.trouble.code === 'gone') onWithdrawn()
    else setTrouble(answer.trouble)
  }
  if (!sure) {
    return (
      <button type="button" class="quiet" ref={asks} onClick={() => setSure(true)}>
        {speech.t('widget:withdraw.open')}
      </button>
    )
  }
  return (
    <div class="trouble">
      <p ref={question} tabIndex={-1}>
        {speech.t('widget:withdraw.sure')}
      </p>
      {trouble && <Troubled trouble={trouble} />}
      <div class="actions">
        <button type="button" class="second" onClick={() => void erase()} aria-disabled={busy}>
          {speech.t(busy ? 'widget:withdraw.busy' : 'widget:withdraw.yes')}
        </button>
        <button type="button" class="quiet" onClick={keep}>
          {speech.t('widget:withdraw.no')}
        </button>
      </div>
    </div>
  )
}
