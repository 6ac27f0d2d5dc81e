/** Where the answers lead: three ways to a person, and the steps in order, each with whose it is and why. */

import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Dialogue } from '#core/flow/definition.ts'
import type { Outcome, Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { STRIP } from '#core/flow/words.ts'
import type { Estimate } from '../promises.ts'
import { useRoom } from '../room/context.ts'
import { Lines, linesFor } from '../room/Lines.tsx'
import { Save } from '../save/Save.tsx'
import type { Speech } from '../speech.ts'
import { answerText, labelOf } from '../talk/describe.ts'
import { Already, alreadyLines } from './Already.tsx'
import { Path } from './Path.tsx'
import { Prose } from './Prose.tsx'
import { pathOf } from './path.ts'
import { useOpenOnPaper } from './useOpenOnPaper.ts'
import { Ways } from './Ways.tsx'

type Props = {
  dialogue: Dialogue
  replay: Replay
  on: string
  speech: Speech
  estimate: Estimate | undefined
  onRequest: () => void
}

/** Numbers that serve everyone stand first in the area data. */
const GENERAL = 3

/** “Because you answered …”, in the words of the questions and answers themselves. */
function useReasons({ replay, speech }: Pick<Props, 'replay' | 'speech'>) {
  const { island } = useRoom()
  return (because: Outcome['headline']['because']) =>
    because.flatMap(({ address }) => {
      const visit = replay.path.find((one) => one.address === address)
      return visit ? [`${labelOf(speech, visit)}: ${answerText(speech, island.place, visit)}`] : []
    })
}

function Why({ reasons, speech }: { reasons: string[]; speech: Speech }) {
  if (reasons.length === 0) return null
  return (
    <details class="why">
      <summary>{speech.t('widget:result.why')}</summary>
      <p>{speech.t('widget:result.because')}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  )
}

/** A tired reader meets so many lines before there is something to do; in danger everything is said at once. */
const LEAD = 2
function inTwo(text: string, { flags, headline }: Outcome): [lead: string, rest: string] {
  const lines = text.split('\n')
  const most = flags.length > 0 || headline.then.callback === false ? lines.length : LEAD
  return [lines.slice(0, most).join('\n'), lines.slice(most).join('\n')]
}

/** Numbers first where danger was told; where no call is made, those that answer everybody. */
function Numbers({ outcome, replay }: { outcome: Outcome; replay: Replay }) {
  const { place } = useRoom().island
  if (STRIP in replay.answers) return <Lines lines={linesFor(place, outcome.flags)} />
  return outcome.headline.then.callback === false ? <Lines lines={place.lines.slice(0, GENERAL)} /> : null
}

export function Result({ dialogue, replay, on, speech, estimate, onRequest }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const whole = useRef<HTMLElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  useOpenOnPaper(whole)
  const outcome = useMemo(() => route(dialogue, replay, on), [dialogue, replay, on])
  const reasons = useReasons({ replay, speech })
  const { segment, contact, callback } = outcome.headline.then
  const [lead, rest] = inTwo(speech.t(`segments:${segment}.text`), outcome)
  const steps = pathOf(dialogue, replay, outcome)
  const why = (because: Outcome['headline']['because']) => {
    const answers = reasons(because).join('; ')
    return answers && speech.t('widget:result.adviceBecause', { answers })
  }
  const ways = (
    <Ways
      answers={replay.answers}
      callback={callback !== false}
      calledFirst={contact !== 'available'}
      booking={callback !== false || outcome.flags.length === 0}
      speech={speech}
      estimate={estimate}
      onRequest={onRequest}
    />
  )
  return (
    <section class="result" aria-labelledby="heading" ref={whole}>
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t(`segments:${segment}.title`)}
      </h2>
      <Numbers outcome={outcome} replay={replay} />
      <Prose text={lead} />
      <Already lines={alreadyLines(speech, dialogue, replay)} speech={speech} />
      {contact !== 'available' && ways}
      <Prose text={rest} />
      <Why reasons={reasons(outcome.headline.because)} speech={speech} />
      {steps.length > 0 && <Path steps={steps} speech={speech} estimate={estimate} why={why} />}
      {contact === 'available' && ways}
      <p class="soft">{speech.t('widget:result.decides')}</p>
      <Save dialogue={dialogue} replay={replay} on={on} speech={speech} estimate={estimate} />
    </section>
  )
}
