/** The top of the desk: whose desk it is, in what state the connection is, and the way out. */

import { useState } from 'preact/hooks'
import { connection } from '../state/connection.ts'
import { hasDrafts } from '../state/drafts.ts'
import { session } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { say } from '../words/words.ts'
import { signOut } from './entering.ts'
import { LanguagePicker } from './language-picker.tsx'

// Signing out forgets what is being written, so unsaved notes are asked about once.
function SignOut() {
  const [asking, ask] = useState(false)
  if (!asking)
    return (
      <button type="button" class="button quiet" onClick={() => (hasDrafts() ? ask(true) : signOut())}>
        {say('signOut.do')}
      </button>
    )
  return (
    <fieldset class="ask">
      <legend>{say('signOut.drafts')}</legend>
      <button type="button" class="button quiet" onClick={signOut}>
        {say('signOut.anyway')}
      </button>
      <button type="button" class="button quiet" onClick={() => ask(false)}>
        {say('signOut.stay')}
      </button>
    </fieldset>
  )
}

export function Header() {
  const me = useStore(session, (state) => state.me)
  const live = useStore(connection, (state) => state.live)
  return (
    <header class="top">
      <h1 class="top-name">{say('top.name')}</h1>
      {live && <p class={`live live-${live}`}>{say(`live.${live}`)}</p>}
      <p class="top-me">
        {me?.name} <span class="soft">{me?.title}</span>
      </p>
      <LanguagePicker />
      <SignOut />
    </header>
  )
}
