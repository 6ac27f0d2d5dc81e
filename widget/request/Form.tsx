/** How to reach the resident: only what the call needs. */
import { useEffect, useRef } from 'preact/hooks'
import type { Speech } from '../speech.ts'
import { hasIdentityCode, MOST, WAYS, WINDOWS, type Written } from './contact.ts'
import { Radios, TextInput, Tick } from './Inputs.tsx'

type Props = {
  written: Written
  onWritten: (written: Written) => void
  speech: Speech
  /** asks for somebody close: whom to call is then a question */
  near: boolean
  /** fear of somebody near was ticked: safety is asked first */
  unsafe: boolean
  phoneError: boolean
  when: string
  onNext: () => void
  onBack: () => void
}
type Part = Pick<Props, 'written' | 'speech'> & { set: (part: Partial<Written>) => void }

function Safety({ written, speech, set }: Part) {
  return (
    <div class="rows">
      <Tick on={written.unsafe} onTick={(unsafe) => set({ unsafe })}>
        {speech.t('widget:form.unsafe')}
      </Tick>
      {written.unsafe && (
        <TextInput
          label={speech.t('widget:form.safeWhen')}
          value={written.safeWhen}
          onValue={(safeWhen) => set({ safeWhen })}
          most={200}
        />
      )}
    </div>
  )
}

function Whom({ written, speech, set }: Part) {
  return (
    <div class="rows">
      <Radios
        legend={speech.t('widget:form.whom')}
        name="whom"
        options={['me', 'near-one'] as const}
        text={(one) => speech.t(`widget:form.whom.${one}`)}
        value={written.whom}
        onValue={(whom) => set({ whom })}
      />
      <Tick on={written.theyKnow} onTick={(theyKnow) => set({ theyKnow })}>
        {speech.t('widget:form.theyKnow')}
      </Tick>
    </div>
  )
}

function OwnWords({ written, speech, set }: Part) {
  return (
    <>
      <TextInput
        label={speech.t('widget:form.ownWords')}
        hint={speech.t('widget:form.ownWordsHint', { most: MOST })}
        value={written.ownWords}
        onValue={(ownWords) => set({ ownWords })}
        most={MOST}
        rows={4}
      />
      <p class={hasIdentityCode(written.ownWords) ? 'notice' : 'unseen'} role="status">
        {hasIdentityCode(written.ownWords) && speech.t('widget:form.identityCode')}
      </p>
    </>
  )
}

export function Form(props: Props) {
  const { written, onWritten, speech, near, unsafe, phoneError, when, onNext, onBack } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (phoneError) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [phoneError])
  const set = (part: Partial<Written>) => onWritten({ ...written, ...part })
  const part = { written, speech, set }
  return (
    <section class="request" aria-labelledby="heading" ref={form}>
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t('widget:form.title')}
      </h2>
      <p>{when}</p>
      {unsafe && <Safety {...part} />}
      <Radios
        legend={speech.t('widget:form.way')}
        name="way"
        options={WAYS}
        text={(way) => speech.t(`widget:way.${way}`)}
        value={written.way}
        onValue={(way) => set({ way })}
      />
      {written.way !== 'visit' && (
        <TextInput
          label={speech.t('widget:form.phone')}
          hint={speech.t('widget:form.phoneHint')}
          error={phoneError ? speech.t('messages:answer-not-a-phone') : undefined}
          value={written.phone}
          onValue={(phone) => set({ phone })}
          type="tel"
          complete="tel"
          most={40}
        />
      )}
      <TextInput
        label={speech.t('widget:form.name')}
        value={written.name}
        onValue={(name) => set({ name })}
        complete="name"
      />
      {near && <Whom {...part} />}
      <Radios
        legend={speech.t('widget:form.window')}
        name="window"
        options={WINDOWS}
        text={(window) => speech.t(`widget:window.${window}`)}
        value={written.window}
        onValue={(window) => set({ window })}
      />
      <Radios
        legend={speech.t('widget:form.message')}
        name="message"
        options={['yes', 'no'] as const}
        text={(one) => speech.t(`widget:form.message.${one}`)}
        value={written.message}
        onValue={(message) => set({ message })}
      />
      {!unsafe && <Safety {...part} />}
      <TextInput
        label={speech.t('widget:form.interpreter')}
        value={written.interpreter}
        onValue={(interpreter) => set({ interpreter })}
        most={40}
      />
      <OwnWords {...part} />
      <div class="actions">
        <button type="button" class="first" onClick={onNext}>
          {speech.t('widget:form.next')}
        </button>
        <button type="button" class="quiet" onClick={onBack}>
          {speech.t('widget:form.back')}
        </button>
      </div>
    </section>
  )
}
