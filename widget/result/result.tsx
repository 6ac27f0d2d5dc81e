/** Where the answers lead: the one next step in a card, quiet other ways, and the steps in order, each with whose it is and why. */

import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Contact } from '#core/contract/callback.ts'
import type { Promises } from '#core/contract/promise.ts'
import type { Dialogue, Id } from '#core/flow/definition.ts'
import { TODAY, WHEN_NEEDED } from '#core/flow/named.ts'
import type { Outcome, Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { DONT_KNOW, STRIP } from '#core/flow/words.ts'
import { answerText, labelOf } from '#core/say/answer.ts'
import { Ways } from '../contact/ways.tsx'
import { Help } from '../help/help.tsx'
import { Lines } from '../help/numbers.tsx'
import { GENERAL, type HelpLine, linesIn, linesOf } from '../help/phone-lines.ts'
import { type Estimate, estimateFor, estimateWhenSafe } from '../net/promises.ts'
import { Apart } from '../parts/apart.tsx'
import { Prose } from '../parts/prose.tsx'
import { useOpenOnPaper } from '../parts/use-open-on-paper.ts'
import { OwnRow } from '../save/own-row.tsx'
import { Save } from '../save/save.tsx'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import { pathOf } from '../steps/path.ts'
import { Path } from '../steps/path-list.tsx'
import { fullText } from '../words/promised.ts'
import type { Speech } from '../words/speech.ts'
import { Already, alreadyLines } from './already.tsx'
import { CallHero, LookHero, StepHero } from './hero.tsx'
import { More } from './more.tsx'

type Props = {
  dialogue: Dialogue
  replay: Replay
  on: string
  speech: Speech
  promises: Promises | undefined
  /** what the form says already of when contact is safe */
  contact: Contact | undefined
  /** told anywhere in this conversation, the one whose number comes first first */
  dangers: Id[]
  onRequest: () => void
  talk: Talk
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

/** Why this is suggested and how it goes on, folded in the card. */
function Why({ text, reasons, speech }: { text: string; reasons: string[]; speech: Speech }) {
  if (!text && reasons.length === 0) return null
  return (
    <details class="why">
      <summary>{speech.t(reasons.length > 0 ? 'widget:result.why' : 'widget:result.more')}</summary>
      <Prose text={text} />
      {reasons.length > 0 && (
        <>
          <p>{speech.t('widget:result.because')}</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

/** A tired reader meets a line before there is something to do; in danger everything is said at once. */
function inTwo(text: string, most: number): [lead: string, rest: string] {
  const lines = text.split('\n')
  return [lines.slice(0, most).join('\n'), lines.slice(most).join('\n')]
}

/** `known`: of a segment that has lines, some answer. */
type Answering = { lines: HelpLine[]; known: boolean }

/** What answers this outcome: every line for one who is not sure of the danger, else those of the segment; where no call is made, some stand anyway. */
function useAnswering({ headline }: Outcome, { answers }: Replay): Answering | undefined {
  const { place } = useRoom().island
  const { segment, callback } = headline.then
  if (answers[STRIP] === DONT_KNOW) return { lines: linesOf(place), known: true }
  const lines = linesIn(place, [segment])
  if (lines.length > 0) return { lines, known: true }
  if (callback === false) return { lines: linesOf(place).slice(0, GENERAL), known: true }
  // it has lines, and none of them is verified any more
  return place.helps?.[segment] ? { lines: linesOf(place), known: false } : undefined
}

type NowProps = Pick<Props, 'speech' | 'on'> & { estimate: Estimate | undefined; outcome: Outcome }

/** Who needs help today says so in one press, and nobody else is asked. */
function NeedToday({ replay, talk, speech }: Pick<Props, 'replay' | 'talk' | 'speech'>) {
  const asked = replay.inRequest.find(({ address }) => address === WHEN_NEEDED)
  if (!asked || asked.value !== undefined) return null
  return (
    <p>
      <button
        type="button"
        class="quiet"
        onClick={() => talk.setAnswers({ ...talk.answers, [WHEN_NEEDED]: TODAY })}
      >
        {speech.t('widget:today.need')}
      </button>
    </p>
  )
}

/** Help was wanted today, and nobody calls today any more (or it is not known): who answers now stands above the ways. */
function Today({ outcome, speech, estimate, on }: NowProps) {
  const { place } = useRoom().island
  if (estimate?.promise?.day === on) return null
  const own = linesIn(place, outcome.today)
  return (
    <section class="help" aria-labelledby="today">
      <h3 id="today">{speech.t('widget:today.title')}</h3>
      {own.length === 0 && <p>{speech.t('widget:help.none')}</p>}
      <Lines lines={own.length > 0 ? own : linesOf(place)} />
    </section>
  )
}

/** Lines that answer now, below the first words; where none is known, that is said. */
const AnswersNow = ({ lines, known, speech }: Answering & Pick<Props, 'speech'>) => (
  <>
    {!known && <p>{speech.t('widget:help.none')}</p>}
    <Lines lines={lines} brief={known} />
  </>
)

/** The advice is enough, and it is the resident who says so: nothing is sent, and nobody is told. */
const Enough = ({ speech }: Pick<Props, 'speech'>) => (
  <details class="more">
    <summary>{speech.t('widget:result.enough')}</summary>
    <p class="inside">{speech.t('widget:result.enoughText')}</p>
  </details>
)

export function Result(props: Props) {
  const { dialogue, replay, on, speech, promises, dangers, onRequest, talk } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const whole = useRef<HTMLElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  useOpenOnPaper(whole)
  const outcome = useMemo(() => route(dialogue, replay, on), [dialogue, replay, on])
  const { place, first: asked } = useRoom().island
  const estimate = estimateWhenSafe(estimateFor(promises, place, replay.answers, outcome), props.contact)
  const answering = useAnswering(outcome, replay)
  const reasons = useReasons({ replay, speech })
  const { segment, contact, callback, step } = outcome.headline.then
  const said = (part: string) => {
    const key = `segments:${segment}.${part}`
    return speech.has(key) ? speech.t(key) : ''
  }
  // one who is not sure of the danger needs the numbers before any word of ours
  const isFirst = callback === false || replay.answers[STRIP] === DONT_KNOW
  const steps = pathOf(speech, dialogue, outcome).filter(({ owner }) => owner === 'you')
  const why = (because: Outcome['headline']['because']) => {
    const answers = reasons(because).join('; ')
    return answers && speech.t('widget:result.adviceBecause', { answers })
  }
  // the advice is enough: its first step is the next one, and being called is one way among others
  const chosen = talk.used[asked.visit.address]
  const isLooking = contact === 'available' && Array.isArray(chosen) && chosen.length === 0
  const isEnough = contact === 'available' && callback !== false && !isLooking
  const first = steps.find(({ id }) => id === step) ?? (isEnough ? steps[0] : undefined)
  const others = steps.filter((one) => one !== first)
  const isCalled = callback !== false && !first && !isLooking
  // where the advice is enough, the other ways come after it
  const isAfter = !isCalled && callback !== false
  const isFull = isCalled && fullText(speech, estimate) !== undefined
  // in danger everything is said at once; where a step of one's own stands in the card, that is the first word
  const isUrgent = dangers.length + outcome.flags.length > 0 || replay.answers[STRIP] === DONT_KNOW
  const calm = first ? 0 : answering || contact !== 'first' ? 2 : 1
  const [lead, rest] = inTwo(said('text'), isUrgent ? Number.POSITIVE_INFINITY : calm)
  const because = (
    <Why text={rest} reasons={reasons(first?.because ?? outcome.headline.because)} speech={speech} />
  )
  const hero = first ? (
    <Apart>
      <StepHero {...{ speech, estimate }} step={first}>
        {because}
      </StepHero>
    </Apart>
  ) : isLooking ? (
    <LookHero speech={speech} />
  ) : (
    isCalled && <CallHero {...{ speech, estimate, onRequest }}>{because}</CallHero>
  )
  const ways = (
    <Ways
      title={isFull || !hero ? 'three.titleCall' : 'three.titleOther'}
      answers={replay.answers}
      booking={dangers.length === 0}
      speech={speech}
      estimate={estimate}
      onRequest={isCalled || callback === false ? undefined : onRequest}
    />
  )
  return (
    <section class="result" ref={whole}>
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {said('title') || speech.t('widget:path.title')}
      </h2>
      {dangers.length > 0 ? (
        <Help dangers={dangers} speech={speech} folded />
      ) : (
        answering && isFirst && <Lines lines={answering.lines} />
      )}
      <Prose text={lead} />
      {dangers.length === 0 && !isFirst && answering && <AnswersNow {...answering} speech={speech} />}
      {dangers.length === 0 && outcome.today.length > 0 && <Today {...{ outcome, speech, estimate, on }} />}
      {/* where the next days are full, other ways stand first */}
      {isFull && ways}
      {hero}
      {dangers.length === 0 && callback !== false && contact !== 'available' && (
        <NeedToday {...{ replay, talk, speech }} />
      )}
      {/* in danger nothing goes well, and who is near may be who is feared */}
      {dangers.length === 0 && <Already lines={alreadyLines(speech, dialogue, replay)} />}
      {!isFull && !isAfter && ways}
      {!hero && because}
      {(first ? others : steps).length > 0 && (
        <Path steps={first ? others : steps} from={first ? 2 : 1} {...{ speech, estimate, why }} />
      )}
      {isAfter && ways}
      <More talk={talk} speech={speech} linked={dangers.length === 0 ? outcome.linked : []} />
      {isCalled || isLooking ? null : <Enough speech={speech} />}
      <p class="soft">{speech.t(steps.length > 0 ? 'widget:result.decides' : 'widget:path.call.decides')}</p>
      <OwnRow title="widget:save.own" {...{ talk, dialogue, speech, estimate }} />
      <Save dialogue={dialogue} replay={replay} on={on} speech={speech} estimate={estimate} />
    </section>
  )
}
