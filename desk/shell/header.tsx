/** The top of the desk: whose desk it is, which wings there are for them, in what state the connection is, and the way out. */

import { useRef, useState } from 'preact/hooks'
import { inPractice } from '../net/practice.ts'
import { addressOf } from '../state/address.ts'
import { connection } from '../state/connection.ts'
import { hasDrafts } from '../state/drafts.ts'
import { session } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { say } from '../words/words.ts'
import { entered, signOut } from './entering.ts'
import { LanguagePicker } from './language-picker.tsx'
import { doorsOf } from './pages.ts'
import { PracticeBanner, PracticeDoor } from './practice.tsx'
import { WayIn } from './way-in.tsx'

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

/** Who has one kind of work needs no navigation. */
function Wings() {
  const me = useStore(session, (state) => state.me)
  const here = useStore(entered, (state) => state.name)
  const open = me ? doorsOf(me) : []
  if (open.length < 2) return null
  return (
    <nav class="wings" aria-label={say('top.wings')}>
      {open.map(({ name }) => (
        <a key={name} href={addressOf(name)} aria-current={name === here ? 'page' : undefined}>
          {say(`wing.${name}`)}
        </a>
      ))}
    </nav>
  )
}

/** One’s own way in, and the way out: both are the real desk’s. */
function Own() {
  const [isOpen, open] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    open(false)
    opener.current?.focus()
  }
  return (
    <>
      <button
        type="button"
        class="button quiet"
        ref={opener}
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'way-in' : undefined}
        onClick={() => (isOpen ? close() : open(true))}
      >
        {say('wayIn.open')}
      </button>
      <SignOut />
      {isOpen && <WayIn close={close} />}
    </>
  )
}

export function Header() {
  const me = useStore(session, (state) => state.me)
  const live = useStore(connection, (state) => state.live)
  return (
    <header class="top">
      <PracticeBanner />
      <h1 class="top-name">{say('top.name')}</h1>
      <Wings />
      {live && <p class={`live live-${live}`}>{say(`live.${live}`)}</p>}
      <p class="top-me">
        {me?.name} <span class="soft">{me?.title}</span>
      </p>
      <LanguagePicker />
      <PracticeDoor />
      {!inPractice && <Own />}
    </header>
  )
}
