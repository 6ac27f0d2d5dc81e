/** Which screen stands: signing in, or the queue beside a request. */

import { Title } from './callbacks/queue/counts.tsx'
import { QueuePane } from './callbacks/queue/queue-pane.tsx'
import { RequestPane } from './callbacks/request/request-pane.tsx'
import { ConnectionBanner } from './parts/connection-banner.tsx'
import { Announcer } from './shell/announcer.tsx'
import { Header } from './shell/header.tsx'
import { SignIn } from './shell/sign-in.tsx'
import { desk, worksQueue } from './state/desk.ts'
import { resume } from './state/session.ts'
import { useStore } from './state/store.ts'
import { say } from './words/words.ts'

const Starting = () => <main class="plain">{say('start.waiting')}</main>

const Unavailable = () => (
  <main class="plain">
    <h1>{say('start.unavailable')}</h1>
    <button type="button" class="button" onClick={() => void resume()}>
      {say('start.again')}
    </button>
  </main>
)

const NoQueue = () => (
  <div class="desk">
    <Header />
    <main class="plain">
      <p>{say('queue.notForMe')}</p>
    </main>
  </div>
)

const Skip = ({ to }: { to: 'request' | 'queue' | 'acts' }) => (
  <a class="skip" href={`#${to}`} onClick={skip}>
    {say(`skip.${to}`)}
  </a>
)

/** Two panes side by side; on a narrow screen the open request covers the queue. */
function Desk() {
  const openId = useStore(desk, (state) => state.openId)
  const hasQueue = useStore(desk, (state) => worksQueue(state.me))
  if (!hasQueue) return <NoQueue />
  return (
    <div class={openId ? 'desk desk-open' : 'desk'}>
      <Skip to={openId ? 'request' : 'queue'} />
      {openId && <Skip to="acts" />}
      <Header />
      <ConnectionBanner />
      <main class="panes">
        <QueuePane />
        <RequestPane />
      </main>
    </div>
  )
}

// The address after # belongs to the open request, so the skip link moves focus itself.
function skip(event: MouseEvent) {
  event.preventDefault()
  const target = (event.currentTarget as HTMLAnchorElement).getAttribute('href')?.slice(1)
  document.getElementById(target ?? '')?.focus()
}

const screens = { starting: Starting, unavailable: Unavailable, 'signed-out': SignIn, 'signed-in': Desk }

export function App() {
  const Screen = screens[useStore(desk, (state) => state.phase)]
  const language = useStore(desk, (state) => state.language)
  return (
    <>
      <Screen key={language} />
      <Announcer />
      <Title />
    </>
  )
}
