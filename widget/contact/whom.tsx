/** Asking for somebody else: does the near one know (a client's permission was asked in the conversation); whom we call then. */
import { WHOM } from '#core/request/choices.ts'
import { Radios } from '../parts/inputs.tsx'
import { type Asker, YES_NO } from './contact.ts'
import type { SafetyPart } from './safety.tsx'

/** The words follow who asks: `_professional` speaks of a client. */
export function Whom({ written, speech, set, error, asker }: SafetyPart & { asker: Asker }) {
  const { known, whom } = written
  return (
    <div class="asks">
      {asker === 'relative' && (
        <Radios
          legend={speech.t('widget:form.known')}
          name="known"
          options={YES_NO}
          text={(one) => speech.t(`widget:form.known.${one}`)}
          value={known}
          onValue={(answer) => set({ known: answer })}
          error={error('known')}
        />
      )}
      <p class={known === 'no' ? 'notice' : 'unseen'} role="status">
        {known === 'no' && speech.t('widget:form.notBefore')}
      </p>
      {known === 'yes' && (
        <Radios
          legend={speech.t('widget:form.whom')}
          name="whom"
          options={WHOM}
          text={(one) => speech.t(`widget:form.whom.${one}`)}
          value={whom}
          onValue={(answer) => set({ whom: answer })}
          error={error('whom')}
        />
      )}
    </div>
  )
}
