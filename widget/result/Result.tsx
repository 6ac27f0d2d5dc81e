/** Where the answers lead: the next step and why, the advice in order, and a call that weighs as much as the advice. */

import { useEffect, useRef } from 'preact/hooks'
import type { Dialogue } from '#core/flow/definition.ts'
import type { Outcome, Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { STRIP } from '#core/flow/words.ts'
import { byWhen } from '../format.ts'
import type { Estimate } from '../promises.ts'
import { useRoom } from '../room/context.ts'
import { Lines, linesFor } from '../room/Lines.tsx'
import type { Speech } from '../speech.ts'
import { answerText, labelOf } from '../talk/describe.ts'
import { AdviceCard } from './AdviceCard.tsx'
import { Prose } from './Prose.tsx'

type Props = {
  dialogue: Dialogue
  replay: Replay
  on: string
  speech: Speech
  estimate: Estimate | undefined
  onRequest: () => void
}

/** “Because you answered …”, in the words of the questions and answers themselves. */
function useReasons({ replay, speech }: Pick<Props, 'replay' | 'speech'>) {
  const { island } = useRoom()
  return (because: Outcome['headline']['because']) =>
    because.flatMap(({ address }) => {
      const visit = replay.path.find((one) => one.address === address)
      return visit ? [`${labelOf(speech, visit)}: ${answerText(speech, island.place, visit)}`] : []
    })
}

function CallOffer({ speech, estimate, onRequest }: Pick<Props, 'speech' | 'estimate' | 'onRequest'>) {
  return (
    <section class="offer">
      <h3>{speech.t('widget:offer.title')}</h3>
      <p>
        {estimate
          ? speech.t('widget:offer.when', { when: byWhen(speech, estimate.promise) })
          : speech.t('widget:offer.soon')}
      </p>
      <button type="button" class="first" onClick={onRequest}>
        {speech.t('widget:offer.ask')}
      </button>
    </section>
  )
}

function AdviceList({
  dialogue,
  outcome,
  speech,
  reasons,
}: Pick<Props, 'dialogue' | 'speech'> & { outcome: Outcome; reasons: ReturnType<typeof useReasons> }) {
  if (outcome.advice.length === 0) return null
  return (
    <section class="steps">
      <h3>{speech.t('widget:result.advice')}</h3>
      <ol>
        {outcome.advice.map(({ id, because }) => (
          <li key={id}>
            <AdviceCard
              id={id}
              item={dialogue.advice[id]}
              speech={speech}
              because={speech.t('widget:result.adviceBecause', { answers: reasons(because).join('; ') })}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Result({ dialogue, replay, on, speech, estimate, onRequest }: Props) {
  const { island } = useRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const outcome = route(dialogue, replay, on)
  const reasons = useReasons({ replay, speech })
  const why = reasons(outcome.headline.because)
  const { segment, contact, callback } = outcome.headline.then
  // of some matters no call is asked for: the numbers are the way, and a person stays in reach below
  const offer = callback !== false && <CallOffer speech={speech} estimate={estimate} onRequest={onRequest} />
  return (
    <section class="result" aria-labelledby="heading">
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t(`segments:${segment}.title`)}
      </h2>
      {STRIP in replay.answers && <Lines lines={linesFor(island.place, outcome.flags)} />}
      <Prose text={speech.t(`segments:${segment}.text`)} />
      {why.length > 0 && (
        <details class="why">
          <summary>{speech.t('widget:result.why')}</summary>
          <p>{speech.t('widget:result.because')}</p>
          <ul>
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
      {contact !== 'available' && offer}
      <AdviceList dialogue={dialogue} outcome={outcome} speech={speech} reasons={reasons} />
      {contact === 'available' && offer}
      <p class="soft">{speech.t('widget:result.decides')}</p>
      <button type="button" class="quiet" onClick={() => window.print()}>
        {speech.t('widget:result.print')}
      </button>
    </section>
  )
}
