/** Is it safe to be called, and may a message be left: asked of everyone, and first of those who fear somebody near. */
import type { Speech } from '../speech.ts'
import { type Written, YES_NO } from './contact.ts'
import { Radios, TextInput } from './Inputs.tsx'

export type Part = { written: Written; speech: Speech; set: (part: Partial<Written>) => void }

/** `first`: safety was spoken of in the conversation, so that it is asked before anything else. */
export function Safety({ written, speech, set, first, error }: Part & { first?: boolean; error?: boolean }) {
  const { way, safe } = written
  const missing = error ? speech.t('widget:form.safeMissing') : undefined
  return (
    <div class={first ? 'asks trouble' : 'asks'}>
      {first && <p>{speech.t('widget:form.safeFirst')}</p>}
      <Radios
        legend={speech.t('widget:form.safe')}
        name="safe"
        options={YES_NO}
        text={(one) => speech.t(`widget:form.safe.${one}`)}
        value={safe}
        onValue={(answer) => set({ safe: answer })}
        error={missing}
      />
      {safe === 'no' && (
        <>
          <TextInput
            label={speech.t('widget:form.safeWhen')}
            hint={speech.t('widget:form.safeWhenHint')}
            value={written.safeWhen}
            onValue={(safeWhen) => set({ safeWhen })}
            most={200}
          />
          <p>{speech.t('widget:form.neutral')}</p>
        </>
      )}
      {(way === 'call' || way === 'shared-phone') && (
        <Radios
          legend={speech.t('widget:form.message')}
          name="message"
          options={YES_NO}
          text={(one) => speech.t(`widget:form.message.${one}`)}
          value={written.message}
          onValue={(message) => set({ message })}
        />
      )}
    </div>
  )
}
