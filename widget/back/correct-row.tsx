/** The row that opens correcting: its fields are fetched when they are wanted, and keep what is written while it is folded. */
import { useState } from 'preact/hooks'
import { lazy } from '../parts/lazy.tsx'
import type { CorrectProps } from './correct.tsx'

const Correct = lazy(async () => (await import('./correct.tsx')).Correct)

export function CorrectRow(props: CorrectProps) {
  const [wanted, setWanted] = useState(false)
  return (
    <details class="rest" onToggle={() => setWanted(true)}>
      <summary>{props.speech.t('widget:correct.open')}</summary>
      {wanted && <Correct {...props} />}
    </details>
  )
}
