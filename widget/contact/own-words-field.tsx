/** Own words: a calm counter, a gentle word about an identity code, and who helps when the words suggest danger. */

import { useRef } from 'preact/hooks'
import { typedText } from '#core/request/typed-text.ts'
import { dangersIn } from '../help/dangers-in.ts'
import { Heard } from '../help/heard.tsx'
import { TextInput } from '../parts/inputs.tsx'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { hasIdentityCode, leftAloud, MOST, NEAR } from './own-words.ts'

type Props = {
  label: string
  hint: string
  error: string | undefined
  value: string
  onValue: (value: string) => void
  /** what was written at the beginning: it comes along only if it is wished, and then it stands here alone */
  before?: { said: string; take: () => void } | undefined
  speech: Speech
}

export function OwnWords({ label, hint, error, value, onValue, before, speech }: Props) {
  const { island } = useRoom()
  const left = MOST - value.length
  const aloud = leftAloud(left)
  const identity = hasIdentityCode(value)
  const dangers = dangersIn(value, island.dangers, speech)
  const whole = useRef<HTMLDivElement>(null)
  const said = typedText(before?.said ?? '').trim()
  const take = () => {
    onValue([value, said].filter(Boolean).join('\n'))
    before?.take()
    whole.current?.querySelector('textarea')?.focus()
  }
  return (
    <div class="input" ref={whole}>
      {said && (
        <figure class="before">
          <figcaption>{speech.t('widget:own.before')}</figcaption>
          <blockquote>{said}</blockquote>
          <button type="button" class="second" onClick={take}>
            {speech.t('widget:own.take')}
          </button>
        </figure>
      )}
      <TextInput {...{ label, hint, error, value, onValue }} most={MOST} rows={4} />
      {left <= NEAR && (
        <small aria-hidden="true">
          {left < 0 ? speech.t('widget:own.over', { count: -left }) : speech.t('widget:form.left', { left })}
        </small>
      )}
      {/* regions stand from the beginning: a late one is not heard */}
      <p class="unseen" role="status">
        {left < 0
          ? speech.t('widget:own.over', { count: -left })
          : aloud !== undefined && speech.t('widget:form.left', { left: aloud })}
      </p>
      <p class={identity ? 'notice' : 'unseen'} role="status">
        {identity && speech.t('widget:form.identityCode')}
      </p>
      <Heard dangers={dangers} speech={speech} />
    </div>
  )
}
