/** Correcting: a new number, another time, what is safe, other own words. Only what is written is replaced. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { WINDOWS } from '#core/request/choices.ts'
import { typedText } from '#core/request/typed-text.ts'
import {
  blank,
  contactOf,
  isWithoutSafeTime,
  looksLikePhone,
  type WrittenContact,
} from '../contact/contact.ts'
import { OwnWords } from '../contact/own-words-field.tsx'
import { Safety } from '../contact/safety.tsx'
import { errorsOf, fieldAt, type Wrong } from '../contact/wrong.ts'
import { Troubled } from '../help/troubled.tsx'
import { correct, type OwnRequest, type Trouble } from '../net/outbox.ts'
import { Radios, TextInput } from '../parts/inputs.tsx'
import type { Speech } from '../words/speech.ts'

const SAME = 'same'
export type CorrectProps = {
  code: string
  speech: Speech
  way: OwnRequest['way']
  /** @param told what was replaced, as it was written; nothing: it can be corrected no more */
  onCorrected: (mine?: OwnRequest, told?: Partial<WrittenContact>) => void
}

export function Correct({ code, speech, way, onCorrected }: CorrectProps) {
  const [written, setWritten] = useState({ ...blank, way })
  const [window, setWindow] = useState<(typeof WINDOWS)[number] | typeof SAME>(SAME)
  const [wrong, setWrong] = useState<Wrong>({})
  const part = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    part.current?.querySelector<HTMLElement>('[aria-invalid], [data-wrong] input')?.focus()
  }, [wrong])
  const [trouble, setTrouble] = useState<Trouble>()
  const [state, setState] = useState<'open' | 'saving' | 'saved'>('open')
  const set = (part: Partial<typeof written>) => {
    setWritten((now) => ({ ...now, ...part }))
    setWrong({})
  }

  const save = async () => {
    const found: Wrong = {
      ...(typedText(written.phone).trim() !== '' && !looksLikePhone(written.phone) ? { phone: true } : {}),
      ...(isWithoutSafeTime(written) ? { safeTimes: true } : {}),
    }
    setWrong(found)
    setTrouble(undefined)
    if (Object.keys(found).length > 0 || state === 'saving') return
    setState('saving')
    const { way: _, ...contact } = contactOf(written, undefined)
    // a safe time says more than a part of the day
    const isSame = window === SAME || written.safe === 'no'
    const answer = await correct(code, isSame ? contact : { ...contact, window })
    setState(answer.ok ? 'saved' : 'open')
    if (answer.ok) {
      const { phone, ownWords, safe, safeTimes, safeWhen } = written
      return onCorrected(answer.body, {
        ...(phone.trim() && { phone }),
        ...(ownWords.trim() && { ownWords }),
        ...(safe && { safe, safeTimes, safeWhen }),
        ...(!isSame && { window }),
      })
    }
    const field = fieldAt(answer.trouble.field ?? '', way)
    if (field) setWrong({ [field]: true })
    else setTrouble(answer.trouble)
    if (answer.trouble.code === 'wrong-status') onCorrected()
  }
  const error = errorsOf(speech, wrong)
  return (
    <div class="inside request" ref={part}>
      <p>{speech.t('widget:correct.text')}</p>
      {way !== 'visit' && (
        <TextInput
          label={speech.t('widget:correct.phone')}
          error={error('phone')}
          value={written.phone}
          onValue={(phone) => set({ phone })}
          type="tel"
          complete="tel"
          most={80}
        />
      )}
      {written.safe !== 'no' && (
        <Radios
          legend={speech.t('widget:form.window')}
          name="new-window"
          options={[SAME, ...WINDOWS]}
          text={(one) => speech.t(one === SAME ? 'widget:correct.same' : `say:window.${one}`)}
          value={window}
          onValue={setWindow}
          error={error('window')}
        />
      )}
      {way !== 'visit' && (
        <Safety
          written={written}
          speech={speech}
          set={set}
          error={error}
          note={speech.t('widget:correct.safe')}
        />
      )}
      <OwnWords
        label={speech.t('widget:correct.ownWords')}
        hint={speech.t('widget:correct.ownWordsHint')}
        error={error('ownWords')}
        value={written.ownWords}
        onValue={(ownWords) => set({ ownWords })}
        speech={speech}
      />
      {trouble && <Troubled trouble={trouble} />}
      <button type="button" class="second" onClick={() => void save()} aria-disabled={state === 'saving'}>
        {speech.t('widget:correct.save')}
      </button>
      <p role="status">{state !== 'open' && speech.t(`widget:correct.${state}`)}</p>
    </div>
  )
}
