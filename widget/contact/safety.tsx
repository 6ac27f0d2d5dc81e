/** Is it safe to be called, and may a message be left: asked of everyone, and first of those who fear somebody near. */

import { dangersIn } from '../help/dangers-in.ts'
import { Heard } from '../help/heard.tsx'
import { Radios, TextInput } from '../parts/inputs.tsx'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { type WrittenContact, YES_NO } from './contact.ts'
import { Week } from './week.tsx'
import type { ErrorOf } from './wrong.ts'

export type SafetyPart = {
  written: WrittenContact
  speech: Speech
  set: (part: Partial<WrittenContact>) => void
  /** what is wrong with a field */
  error: ErrorOf
}

type SafetyProps = SafetyPart & {
  /** when the calls of a day end (local `HH:MM`), where that is known */
  callBy?: string | undefined
  /** what becomes of what was said before */
  note?: string
}

/** When it is safe: half-days of the week, and words beside them. A visit is made by the resident: only words are asked. */
function SafeWhen({ written, speech, set, error, callBy, note }: SafetyProps) {
  const isVisit = written.way === 'visit'
  const { island } = useRoom()
  return (
    <>
      {!isVisit && (
        <Week
          speech={speech}
          value={written.safeTimes}
          onValue={(safeTimes) => set({ safeTimes })}
          error={error('safeTimes')}
          callBy={callBy}
        />
      )}
      <TextInput
        label={speech.t(isVisit ? 'widget:form.safeWhen' : 'widget:form.safeWords')}
        hint={speech.t('widget:form.safeWordsHint')}
        error={error('safeWhen')}
        value={written.safeWhen}
        onValue={(safeWhen) => set({ safeWhen })}
        most={200}
      />
      <Heard dangers={dangersIn(written.safeWhen, island.dangers, speech)} speech={speech} />
      {/* said at the error: another way, and the way is asked on the other screen */}
      {error('safeTimes') && (
        <button type="button" class="second" onClick={() => set({ way: 'visit' })}>
          {speech.t('widget:way.visit')}
        </button>
      )}
      {note && <p>{note}</p>}
      <p>{speech.t('widget:form.neutral')}</p>
    </>
  )
}

type Props = SafetyProps & {
  /** safety was spoken of in the conversation, so that it is asked before anything else */
  first?: boolean
}

export function Safety(props: Props) {
  const { written, speech, set, first, error } = props
  const { way, safe } = written
  return (
    <div class={first ? 'asks trouble' : 'asks'}>
      {first && <p>{speech.t('widget:form.safeFirst')}</p>}
      <Radios
        legend={speech.t('widget:form.safe')}
        name="safe"
        options={YES_NO}
        {...(first || error('safe') ? {} : { optional: speech.t('widget:form.optional') })}
        text={(one) => speech.t(`widget:form.safe.${one}`)}
        value={safe}
        onValue={(answer) => set({ safe: answer })}
        error={error('safe')}
      />
      {safe === 'no' && <SafeWhen {...props} />}
      {(way === 'call' || way === 'shared-phone') && (
        <Radios
          legend={speech.t('widget:form.message')}
          name="message"
          options={YES_NO}
          optional={speech.t('widget:form.optional')}
          text={(one) => speech.t(`widget:form.message.${one}`)}
          value={written.message}
          error={error('message')}
          onValue={(message) => set({ message })}
        />
      )}
    </div>
  )
}
