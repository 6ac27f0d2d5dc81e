/** The way to the practice desk; and there, what cannot be missed: that nothing is real, the way back, and a fresh set of requests. */
import { useState } from 'preact/hooks'
import { asRefused, call, type Refused } from '../net/api.ts'
import { inPractice } from '../net/practice.ts'
import { Problem } from '../parts/problem.tsx'
import { session, sessionEnded } from '../state/session.ts'
import { speaking } from '../state/speaking.ts'
import { useStore } from '../state/store.ts'
import { say } from '../words/words.ts'

const ENTRANCE = '/api/practice'
const REAL = '/desk/'

/** One signs in to the real desk alone: a practice session that is over leads there. */
export function leaveWhenOver(): void {
  if (!inPractice) return
  session.watch(() => {
    if (session.get().phase === 'signed-out') location.replace(REAL)
  })
}

function useAsking() {
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  const ask = async () => {
    if (busy) return false
    setBusy(true)
    refuse(undefined)
    try {
      await call('POST', ENTRANCE)
      return true
    } catch (thrown) {
      const why = asRefused(thrown)
      if (why.code === 'signed-out') sessionEnded()
      refuse(why)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, refused, ask }
}

/** For who may read a queue. */
export function PracticeDoor() {
  const me = useStore(session, (state) => state.me)
  const { busy, refused, ask } = useAsking()
  const isOpen = me?.roles.some((role) => role === 'coordinator' || role === 'lead')
  if (!isOpen || inPractice) return null
  const enter = async () => {
    if (await ask()) location.assign(`/practice${REAL}`)
  }
  return (
    <>
      <button type="button" class="button quiet" aria-disabled={busy} onClick={() => void enter()}>
        {say(busy ? 'practice.entering' : 'practice.enter')}
      </button>
      <Problem refused={refused} />
    </>
  )
}

/** What everybody sees who practises, so it is asked once. */
function Fresh() {
  const [asking, turn] = useState(false)
  const { busy, refused, ask } = useAsking()
  const change = async () => {
    if (!(await ask())) return
    turn(false)
    speaking.set({ announcement: say('practice.freshDone') })
  }
  if (!asking)
    return (
      <button type="button" class="button" onClick={() => turn(true)}>
        {say('practice.fresh')}
      </button>
    )
  return (
    <fieldset class="ask">
      <legend>{say('practice.freshAsk')}</legend>
      <button type="button" class="button" aria-disabled={busy} onClick={() => void change()}>
        {say(busy ? 'act.busy' : 'practice.freshDo')}
      </button>
      <button type="button" class="button quiet" onClick={() => turn(false)}>
        {say('practice.freshStay')}
      </button>
      <Problem refused={refused} />
    </fieldset>
  )
}

export function PracticeBanner() {
  if (!inPractice) return null
  return (
    <section class="practice" aria-label={say('practice.mark')}>
      <strong class="practice-mark">{say('practice.mark')}</strong>
      <p>{say('practice.about')}</p>
      <Fresh />
      <a class="button strong" href={REAL}>
        {say('practice.back')}
      </a>
      {/* stands around the page wherever it is scrolled to */}
      <span class="practice-edge" aria-hidden="true">
        <span>{say('practice.mark')}</span>
      </span>
    </section>
  )
}
