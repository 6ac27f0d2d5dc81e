/** After sending: the reference, the promise, the code that leads back, and what happens if no call comes. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { MineView } from '../back/MineView.tsx'
import { byWhen } from '../format.ts'
import { inFours, type Keys } from '../keys.ts'
import type { Estimate } from '../promises.ts'
import { useRoom } from '../room/context.ts'
import type { Speech } from '../speech.ts'
import type { Mine, Stored } from './outbox.ts'

type Props = {
  receipt: Stored
  keys: Keys
  speech: Speech
  estimate: Estimate | undefined
  /** how the resident wants to be reached: the promise is said accordingly */
  way: string
}

function Code({ code, speech }: { code: string; speech: Speech }) {
  const { island } = useRoom()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(inFours(code)).then(
      () => setCopied(true),
      () => undefined, // the code stands on the screen all the same
    )
  return (
    <section class="status">
      <h3>{speech.t('widget:sent.codeTitle')}</h3>
      <p>{speech.t('widget:sent.codeText')}</p>
      <p class="code">{inFours(code)}</p>
      <div class="actions">
        <button type="button" class="second" onClick={() => void copy()}>
          {speech.t('widget:sent.copy')}
        </button>
        <button type="button" class="second" onClick={() => window.print()}>
          {speech.t('widget:sent.print')}
        </button>
      </div>
      <p role="status">{copied && speech.t('widget:sent.copied')}</p>
      <a
        class="link"
        href={`/chat/${island.language.lang}/request?station=${island.place.station.station}`}
        target="_blank"
        rel="noreferrer"
      >
        {speech.t('widget:sent.backLink')}
      </a>
    </section>
  )
}

type PromisedProps = Pick<Props, 'receipt' | 'speech' | 'estimate' | 'way'>

function Promised({ receipt, speech, estimate, way }: PromisedProps) {
  const { promise, reference, callers } = receipt
  const moved = estimate && estimate.promise.until !== promise.until
  const names = callers.map(({ firstName }) => firstName).join(', ')
  return (
    <div class="sent">
      <p class="promise">
        {speech.t('widget:sent.promise', { when: byWhen(speech, promise), context: way })}
      </p>
      {moved && <p>{speech.t('widget:sent.moved', { before: byWhen(speech, estimate.promise) })}</p>}
      {names && <p>{speech.t('widget:sent.callers', { names, context: way })}</p>}
      <p>
        {speech.t('widget:sent.reference')}: <b>{reference}</b>
      </p>
    </div>
  )
}

/** What to expect, in the way that was chosen: nobody waits for a call that was not asked for. */
function Next({ speech, way }: Pick<Props, 'speech' | 'way'>) {
  const calls = way !== 'text' && way !== 'visit'
  return (
    <>
      <h3>{speech.t('widget:sent.nextTitle')}</h3>
      <ul class="hours">
        {[...(calls ? ['number', 'tries'] : []), 'noCall', 'worse'].map((key) => (
          <li key={key}>{speech.t(`widget:sent.${key}`, { context: way })}</li>
        ))}
      </ul>
    </>
  )
}

const PENDING: Mine['status'][] = ['waiting', 'taken']

export function Sent(props: Props) {
  const { keys, speech, way } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [status, setStatus] = useState<Mine['status']>('waiting')
  const withdrawn = status === 'withdrawn' || status === 'erased'
  // a promise that no longer holds does not stay on the screen
  const pending = PENDING.includes(status)
  return (
    <section class="request" aria-labelledby="heading">
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t(withdrawn ? 'widget:withdraw.done' : 'widget:sent.title')}
      </h2>
      {pending && <Promised {...props} />}
      {!withdrawn && <Code code={keys.code} speech={speech} />}
      <MineView code={keys.code} speech={speech} brief onStatus={setStatus} />
      {pending && <Next speech={speech} way={way} />}
    </section>
  )
}
