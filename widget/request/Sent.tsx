/** After sending: the reference, the promise, the code that leads back, and what happens if no call comes. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { MineView } from '../back/MineView.tsx'
import { byWhen } from '../format.ts'
import { inFours, type Keys } from '../keys.ts'
import type { Estimate } from '../promises.ts'
import { useRoom } from '../room/context.ts'
import type { Speech } from '../speech.ts'
import type { Stored } from './outbox.ts'

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
        href={`/chat/${island.language.lang}/request?station=${island.place.station.station}`}
        target="_blank"
        rel="noreferrer"
      >
        {speech.t('widget:sent.backLink')}
      </a>
    </section>
  )
}

export function Sent({ receipt, keys, speech, estimate, way }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { promise, reference, callers } = receipt
  const moved = estimate && estimate.promise.until !== promise.until
  const names = callers.map(({ firstName }) => firstName).join(', ')
  return (
    <section class="request" aria-labelledby="heading">
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t('widget:sent.title')}
      </h2>
      <div class="sent">
        <p class="promise">
          {speech.t('widget:sent.promise', { when: byWhen(speech, promise), context: way })}
        </p>
        {moved && <p>{speech.t('widget:sent.moved', { before: byWhen(speech, estimate.promise) })}</p>}
        {names && <p>{speech.t('widget:sent.callers', { names })}</p>}
        <p>
          {speech.t('widget:sent.reference')} <b>{reference}</b>
        </p>
      </div>
      <Code code={keys.code} speech={speech} />
      <MineView code={keys.code} speech={speech} brief />
      <h3>{speech.t('widget:sent.nextTitle')}</h3>
      <ul class="hours">
        {['number', 'tries', 'noCall', 'worse'].map((key) => (
          <li key={key}>{speech.t(`widget:sent.${key}`)}</li>
        ))}
      </ul>
    </section>
  )
}
