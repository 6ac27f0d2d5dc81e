/** How to reach the resident: only what the contact needs. */

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Station } from '#core/contract/content.ts'
import { WINDOWS } from '#core/request/choices.ts'
import { factName } from '#core/say/contact.ts'
import { Radios, TextInput } from '../parts/inputs.tsx'
import { useTitle } from '../parts/use-title.ts'
import type { Speech } from '../words/speech.ts'
import { type Asker, settled, type WrittenContact } from './contact.ts'
import { MOST } from './own-words.ts'
import { OwnWords } from './own-words-field.tsx'
import { Safety } from './safety.tsx'
import { Way } from './way.tsx'
import { Whom } from './whom.tsx'
import { errorsOf, type Wrong } from './wrong.ts'

type Props = {
  written: WrittenContact
  onWritten: (written: WrittenContact) => void
  speech: Speech
  /** asks for somebody else: whom to call is then a question */
  asker: Asker
  /** fear of somebody near was told: safety is asked first, and answered */
  afraid: boolean
  wrong: Wrong
  when: string
  /** when the calls of a day end (local `HH:MM`), where that is known */
  callBy: string | undefined
  stations: Station[]
  /** what was written at the beginning in one's own words, and what ends its standing there */
  before: { said: string; take: () => void } | undefined
  /** where the next days are full: the other ways, before anything is asked */
  others: ComponentChildren
  onNext: () => void
  onBack: () => void
}

export function Form(props: Props) {
  const { written, onWritten, speech, asker, afraid, wrong, when, stations, onNext, onBack } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid], [data-wrong] input')?.focus()
  }, [wrong])
  const set = (part: Partial<WrittenContact>) => onWritten({ ...written, ...part })
  const error = errorsOf(speech, wrong)
  useTitle(Object.keys(wrong).length > 0 && speech.t('widget:page.check'))
  const part = { written, speech, set, error }
  const safety = { ...part, callBy: props.callBy }
  const theirs = settled(written, asker).whom === 'near-one'
  return (
    <section class="request" aria-labelledby="heading" ref={form}>
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t('widget:form.title')}
      </h2>
      <p>{when}</p>
      {props.others}
      {!afraid && <p class="soft">{speech.t('widget:form.needed')}</p>}
      {afraid && <Safety {...safety} first />}
      {asker && <Whom {...part} asker={asker} />}
      <Way {...part} stations={stations} theirs={theirs} />
      {!afraid && written.way !== 'visit' && <Safety {...safety} />}
      <TextInput
        label={speech.t(theirs ? 'widget:form.theirName' : 'widget:form.name')}
        error={error('name')}
        value={written.name}
        onValue={(name) => set({ name })}
        complete={theirs ? 'off' : 'name'}
      />
      {written.safe !== 'no' && (
        <Radios
          legend={speech.t('widget:form.window')}
          name="window"
          options={WINDOWS}
          optional={speech.t('widget:form.optional')}
          text={(window) => speech.t(`say:window.${window}`)}
          error={error('window')}
          value={written.window}
          onValue={(window) => set({ window })}
        />
      )}
      <TextInput
        label={factName(speech, 'interpreter')}
        hint={speech.t('widget:form.interpreterHint')}
        error={error('interpreter')}
        value={written.interpreter}
        onValue={(interpreter) => set({ interpreter })}
        most={40}
      />
      <OwnWords
        label={speech.t('widget:form.ownWords')}
        hint={speech.t('widget:form.ownWordsHint', { most: MOST })}
        error={error('ownWords')}
        value={written.ownWords}
        onValue={(ownWords) => set({ ownWords })}
        before={props.before}
        speech={speech}
      />
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
