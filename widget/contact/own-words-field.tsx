/** Own words: a calm counter, a gentle word about an identity code, and who helps when the words suggest danger. */
import type { Id } from '#core/flow/definition.ts'
import { Help } from '../help/help.tsx'
import { TextInput } from '../parts/inputs.tsx'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { dangersIn, hasIdentityCode, leftAloud, MOST, NEAR } from './own-words.ts'

type Props = {
  label: string
  hint: string
  error: string | undefined
  value: string
  onValue: (value: string) => void
  speech: Speech
}

/** Who helps when words suggest danger. Stands from the beginning: a late region is not heard. */
export const Heard = ({ dangers, speech }: { dangers: Id[]; speech: Speech }) => (
  <div class="said" role="status">
    {dangers.length > 0 && (
      <Help dangers={dangers} speech={speech} reveal folded>
        <p>{speech.t('widget:form.danger')}</p>
      </Help>
    )}
  </div>
)

export function OwnWords({ label, hint, error, value, onValue, speech }: Props) {
  const { island } = useRoom()
  const left = MOST - value.length
  const aloud = leftAloud(left)
  const identity = hasIdentityCode(value)
  const dangers = dangersIn(value, island.dangers, speech)
  return (
    <>
      <TextInput {...{ label, hint, error, value, onValue }} most={MOST} rows={4} />
      {left <= NEAR && <small aria-hidden="true">{speech.t('widget:form.left', { left })}</small>}
      {/* regions stand from the beginning: a late one is not heard */}
      <p class="unseen" role="status">
        {aloud !== undefined && speech.t('widget:form.left', { left: aloud })}
      </p>
      <p class={identity ? 'notice' : 'unseen'} role="status">
        {identity && speech.t('widget:form.identityCode')}
      </p>
      <Heard dangers={dangers} speech={speech} />
    </>
  )
}
