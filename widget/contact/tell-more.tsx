/** What is good to know besides a number: the part of the day, and folded a name, a language and one's own words. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { WINDOWS } from '#core/request/choices.ts'
import { factName } from '#core/say/contact.ts'
import { Radios, TextInput } from '../parts/inputs.tsx'
import { MOST } from './own-words.ts'
import { OwnWords } from './own-words-field.tsx'
import type { SafetyPart } from './safety.tsx'
import type { Wrong } from './wrong.ts'

type Props = SafetyPart & {
  /** the near one or client is called */
  theirs: boolean
  wrong: Wrong
  before: { said: string; take: () => void } | undefined
  /** what only the coordinator needs */
  children: ComponentChildren
}

export function TellMore({ written, speech, set, error, theirs, wrong, before, children }: Props) {
  const { name, interpreter, ownWords } = written
  // what was said at the beginning, or written here before, is seen
  const [open, setOpen] = useState(Boolean(before?.said || name || interpreter || ownWords))
  const isWrong = wrong.name || wrong.interpreter || wrong.ownWords
  return (
    <>
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
      {children}
      <details
        class="rest"
        open={open || isWrong}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>{speech.t('widget:form.more')}</summary>
        <div class="inside">
          <TextInput
            label={speech.t(theirs ? 'widget:form.theirName' : 'widget:form.name')}
            error={error('name')}
            value={name}
            onValue={(name) => set({ name })}
            complete={theirs ? 'off' : 'name'}
          />
          <TextInput
            label={factName(speech, 'interpreter')}
            hint={speech.t('widget:form.interpreterHint')}
            error={error('interpreter')}
            value={interpreter}
            onValue={(interpreter) => set({ interpreter })}
            most={40}
          />
          <OwnWords
            label={speech.t('widget:form.ownWords')}
            hint={speech.t('widget:form.ownWordsHint', { most: MOST })}
            error={error('ownWords')}
            value={ownWords}
            onValue={(ownWords) => set({ ownWords })}
            before={before}
            speech={speech}
          />
        </div>
      </details>
    </>
  )
}
