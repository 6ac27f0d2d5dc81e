/** The pane of the opened request: what is being fetched, what went wrong, or the request itself. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../../parts/icon.tsx'
import { problemWords } from '../../parts/problem.tsx'
import { useNow } from '../../state/clock.ts'
import { connection } from '../../state/connection.ts'
import { session } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { dueWordsOf } from '../../words/dates.ts'
import { municipalityName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { seenThrough } from '../queue/view.ts'
import { callbacks } from '../state/callbacks.ts'
import { addressOf, leaveRequest } from '../state/route.ts'
import { StrandedNote } from './acts/stranded-note.tsx'
import { Acts } from './acts.tsx'
import { RequestView } from './request-view.tsx'

/** Focus goes to the request when it opens, and back to its row when it closes. */
function useFocus(openId: string | undefined, ready: boolean) {
  const last = useRef(openId)
  const drawnAnew = useRef(ready)
  useLayoutEffect(() => {
    // what was open before this was drawn (in another language) has had its focus
    if (ready && !drawnAnew.current) document.getElementById('request')?.focus()
    drawnAnew.current = false
  }, [openId, ready])
  useLayoutEffect(() => {
    const left = last.current
    last.current = openId
    if (openId || !left) return
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(left)}"] a`)
    const title = document.getElementById('queue')
    ;(row ?? title)?.focus()
  }, [openId])
}

const Back = () => (
  <button type="button" class="button quiet back" onClick={leaveRequest}>
    <Icon shape="back" />
    {say('request.back')}
  </button>
)

/** Nothing is open: the promise that comes first is offered. */
function NothingOpen() {
  const queue = useStore(callbacks, (state) => state.queue)
  const me = useStore(session, (state) => state.me)
  const now = useNow()
  const [next] = seenThrough(queue?.rows ?? [], 'waiting', me, now)
  return (
    <section class="request request-none" aria-label={say('request.region')}>
      <div class="empty">
        <p>{say('request.none')}</p>
        {next && (
          <p>
            <a href={addressOf(next.id)}>
              {say('request.next', {
                place: municipalityName(next),
                promise: dueWordsOf(next, now),
              })}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

export function RequestPane() {
  const openId = useStore(callbacks, (state) => state.openId)
  const request = useStore(callbacks, (state) => state.request)
  const problem = useStore(callbacks, (state) => state.requestProblem)
  useFocus(openId, request !== undefined || problem !== undefined)
  const live = useStore(connection, (state) => state.live)
  if (!openId) return <NothingOpen />
  // of a request that stands on the screen the banner has told already
  const told = problem?.code === 'network' && request && live === 'lost' ? undefined : problem
  return (
    <section class="request" aria-label={say('request.region')}>
      <Back />
      <div class="request-room">
        {told && (
          <p class="problem" id={request ? undefined : 'request'} tabIndex={-1} role="alert">
            {told.code === 'network' ? say('request.unread') : problemWords(told)}
          </p>
        )}
        {!request && problem && <StrandedNote id={openId} />}
        {!request && !problem && <p class="empty">{say('request.loading')}</p>}
        {request && <RequestView key={openId} request={request} />}
      </div>
      {request && <Acts key={openId} request={request} />}
    </section>
  )
}
