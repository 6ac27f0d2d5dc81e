/** After a danger was told: who answers now, and two equal ways on. Nobody is led past a person, nobody is held up. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Id } from '#core/flow/definition.ts'
import type { Speech } from '../words/speech.ts'
import { Help } from './help.tsx'

type Props = {
  dangers: readonly Id[]
  speech: Speech
  onRequest: () => void
  onGoOn: () => void
  onBack?: (() => void) | undefined
}

export function Told({ dangers, speech, onRequest, onGoOn, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <section class="question told">
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t('widget:help.title')}
      </h2>
      <Help dangers={dangers} speech={speech}>
        <div class="two">
          <button type="button" class="second" onClick={onRequest}>
            {speech.t('widget:offer.ask')}
          </button>
          <button type="button" class="second" onClick={onGoOn}>
            {speech.t('widget:help.goOn')}
          </button>
        </div>
      </Help>
      {onBack && (
        <div class="actions">
          <button type="button" class="quiet" onClick={onBack}>
            {speech.t('widget:back')}
          </button>
        </div>
      )}
    </section>
  )
}
