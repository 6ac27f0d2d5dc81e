/** The conversation itself: a document of its own in a frame, which tells how far it has come. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { readFromAssisted, type ToAssisted } from '#core/request/assisted.ts'
import { from, inPractice } from '../../net/practice.ts'
import { somebodyIsHere } from '../../state/staying.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { assisted, hearSaid } from '../state/assisted.ts'

/** @param done the conversation has come to where somebody is asked to call: the coordinator’s own form follows */
export function Conversation({ done }: { done(): void }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [state, know] = useState<'loading' | 'here' | 'failed'>('loading')
  const [tries, tryAgain] = useState(0)
  const language = useStore(assisted, (now) => now.language)
  // the frame is loaded once: another language is told to it, so that nothing answered is lost
  const [first] = useState(language)
  const tell = (told: ToAssisted) => frame.current?.contentWindow?.postMessage(told, location.origin)
  useLayoutEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return
      const told = readFromAssisted(data)
      if (told?.assisted === 'ready') know('here')
      if (told?.assisted === 'alive') somebodyIsHere()
      if (told?.assisted === 'card') assisted.set({ card: told.card })
      if (told?.assisted === 'said') hearSaid(told.said)
      if (told?.assisted === 'done') done()
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [done])
  useEffect(() => {
    if (state === 'here') tell({ assisted: 'language', language })
  }, [language, state])
  useEffect(() => () => tell({ assisted: 'close' }), [])
  return (
    <div class="call-talk">
      {state === 'failed' && (
        <div role="alert" class="problem">
          <p>{say('assisted.failed')}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              know('loading')
              tryAgain(tries + 1)
            }}
          >
            {say('assisted.again')}
          </button>
        </div>
      )}
      <iframe
        key={tries}
        ref={frame}
        class="call-frame"
        title={say('assisted.frame')}
        src={from(`/desk/assisted/${first}`)}
        // in practice nothing rings: a frame that may lead nowhere opens no telephone
        sandbox={inPractice ? 'allow-scripts allow-same-origin' : undefined}
        // its word comes before: what has loaded without one is no conversation
        onLoad={() => know((now) => (now === 'here' ? now : 'failed'))}
      />
    </div>
  )
}
