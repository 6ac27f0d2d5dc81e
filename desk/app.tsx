/** Which screen stands: starting, signing in, or a wing. */
import { useTitle } from './parts/use-title.ts'
import { Announcer } from './shell/announcer.tsx'
import { entered, resume } from './shell/entering.ts'
import { Frame } from './shell/frame.tsx'
import { SignIn } from './shell/sign-in.tsx'
import { SignInOver } from './shell/sign-in-over.tsx'
import { session } from './state/session.ts'
import { speaking } from './state/speaking.ts'
import { useStore } from './state/store.ts'
import { say } from './words/words.ts'

function Starting() {
  useTitle(say('title.signIn'))
  return <main class="plain">{say('start.waiting')}</main>
}

function Unavailable() {
  useTitle(say('title.signIn'))
  return (
    <main class="plain">
      <h1>{say('start.unavailable')}</h1>
      <button type="button" class="button" onClick={() => void resume()}>
        {say('start.again')}
      </button>
    </main>
  )
}

function NoWing() {
  useTitle(say('title.signIn'))
  return (
    <Frame>
      <main class="plain">
        <p>{say('queue.notForMe')}</p>
      </main>
    </Frame>
  )
}

function SignedIn() {
  const wing = useStore(entered, (state) => state.wing)
  return wing ? <wing.Page Frame={Frame} /> : <NoWing />
}

const screens = {
  starting: Starting,
  unavailable: Unavailable,
  'signed-out': SignIn,
  'signed-in': SignedIn,
  covered: SignedIn,
}

export function App() {
  const phase = useStore(session, (state) => state.phase)
  const Screen = screens[phase]
  const isCovered = phase === 'covered'
  const language = useStore(speaking, (state) => state.language)
  return (
    <>
      <div class={isCovered ? 'page page-covered' : 'page'} inert={isCovered}>
        {/* who is signing in has begun to write */}
        <Screen key={Screen === SignIn ? undefined : language} />
      </div>
      {isCovered && <SignInOver />}
      <Announcer />
    </>
  )
}
