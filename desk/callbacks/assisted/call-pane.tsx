/** A call that is answered: the conversation beside what is written of it, in the place of the open request. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AssistedEnd } from '#core/request/assisted.ts'
import { useStore } from '../../state/store.ts'
import { languages, say } from '../../words/words.ts'
import { assisted, isBegun, leaveCall, useCallTold } from '../state/assisted.ts'
import { Conversation } from './conversation.tsx'
import { Sheet } from './sheet.tsx'
import { Stored } from './stored.tsx'

/** What is begun is given up with a second press. */
function GiveUp() {
  const [told] = useCallTold()
  const begun = useStore(assisted, (state) => isBegun(state, told))
  const [asking, ask] = useState(false)
  if (!asking)
    return (
      <button type="button" class="button quiet" onClick={() => (begun ? ask(true) : leaveCall())}>
        {say('assisted.leave')}
      </button>
    )
  return (
    <fieldset class="ask">
      <legend>{say('assisted.leaveAsk')}</legend>
      <button type="button" class="button quiet" onClick={leaveCall}>
        {say('assisted.leaveYes')}
      </button>
      <button type="button" class="button quiet" onClick={() => ask(false)}>
        {say('assisted.leaveNo')}
      </button>
    </fieldset>
  )
}

function TongueOfCall() {
  const language = useStore(assisted, (state) => state.language)
  return (
    <label class="call-language">
      <span>{say('assisted.language')}</span>{' '}
      <select
        value={language}
        onChange={({ currentTarget }) => assisted.set({ language: currentTarget.value })}
      >
        {languages().map(({ lang, name }) => (
          <option key={lang} value={lang} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

export function CallPane() {
  const keys = useStore(assisted, (state) => state.keys)
  const receipt = useStore(assisted, (state) => state.receipt)
  const [told] = useCallTold()
  // what was chosen is forgotten with the draft when it is stored
  const ends = useRef<AssistedEnd>('kept')
  if (told.ends) ends.current = told.ends
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    heading.current?.focus()
    // the call is over: back to where the next one is answered
    return () => document.querySelector<HTMLElement>('[data-tool="answer"]')?.focus()
  }, [])
  const [asked, lead] = useState(0)
  const done = useCallback(() => lead((now) => now + 1), [])
  return (
    <section class="request call" aria-label={say('assisted.title')}>
      <div class="call-head">
        <h2 id="request" ref={heading} tabIndex={-1}>
          {say('assisted.title')}
        </h2>
        {!receipt && <TongueOfCall />}
        {!receipt && <GiveUp />}
      </div>
      {receipt && keys ? (
        <Stored receipt={receipt} ends={ends.current} code={keys.code} />
      ) : (
        <div class="call-columns">
          <Conversation done={done} />
          <Sheet asked={asked} />
        </div>
      )}
    </section>
  )
}
