/** Correcting: a new number, another time, other own words. Only what is written is replaced. */
import { useState } from 'preact/hooks'
import { looksLikePhone, MOST, WINDOWS } from '../request/contact.ts'
import { Radios, TextInput } from '../request/Inputs.tsx'
import { correct, type Mine, type Trouble } from '../request/outbox.ts'
import { Troubled } from '../request/Troubled.tsx'
import type { Speech } from '../speech.ts'

const SAME = 'same'
type Props = { code: string; speech: Speech; way: Mine['way']; onCorrected: (mine: Mine) => void }

export function Correct({ code, speech, way, onCorrected }: Props) {
  const [phone, setPhone] = useState('')
  const [window, setWindow] = useState<(typeof WINDOWS)[number] | typeof SAME>(SAME)
  const [ownWords, setOwnWords] = useState('')
  const [wrong, setWrong] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [saved, setSaved] = useState(false)

  const save = async () => {
    const bad = phone.trim() !== '' && !looksLikePhone(phone)
    setWrong(bad)
    setTrouble(undefined)
    if (bad) return
    const answer = await correct(code, {
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(window === SAME ? {} : { window }),
      ...(ownWords.trim() ? { ownWords: ownWords.trim() } : {}),
    })
    setSaved(answer.ok)
    if (answer.ok) return onCorrected(answer.body)
    if (answer.trouble.field?.includes('phone')) setWrong(true)
    else setTrouble(answer.trouble)
  }
  return (
    <details>
      <summary>{speech.t('widget:correct.open')}</summary>
      <div class="inside request">
        <p>{speech.t('widget:correct.text')}</p>
        {way !== 'visit' && (
          <TextInput
            label={speech.t('widget:correct.phone')}
            error={wrong ? speech.t('messages:answer-not-a-phone') : undefined}
            value={phone}
            onValue={setPhone}
            type="tel"
            complete="tel"
            most={40}
          />
        )}
        <Radios
          legend={speech.t('widget:form.window')}
          name="new-window"
          options={[SAME, ...WINDOWS]}
          text={(one) => speech.t(one === SAME ? 'widget:correct.same' : `widget:window.${one}`)}
          value={window}
          onValue={setWindow}
        />
        <TextInput
          label={speech.t('widget:correct.ownWords')}
          hint={speech.t('widget:correct.ownWordsHint')}
          value={ownWords}
          onValue={setOwnWords}
          most={MOST}
          rows={3}
        />
        {trouble && <Troubled trouble={trouble} />}
        <button type="button" class="second" onClick={() => void save()}>
          {speech.t('widget:correct.save')}
        </button>
        <p role="status">{saved && speech.t('widget:correct.saved')}</p>
      </div>
    </details>
  )
}
