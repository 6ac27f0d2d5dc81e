/** One question at a time, always at the same line: a heading that takes the focus, its rows or field, and always a way not to know. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Value } from '#core/flow/definition.ts'
import type { AnswerProblem } from '#core/flow/result.ts'
import { DONT_KNOW } from '#core/flow/words.ts'
import { Matters } from '../match/matters.tsx'
import type { ShownQuestion } from '../net/island.ts'
import { useLine } from '../parts/use-line.ts'
import { useTitle } from '../parts/use-title.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import { answerOf, type Draft, draftOf, isChosen, isExclusive, isOne, tick } from '../state/draft.ts'
import type { Early } from '../state/live.ts'
import type { Speech } from '../words/speech.ts'
import { Choices } from './choices.tsx'
import { Field } from './field.tsx'
import { GoOn } from './go-on.tsx'
import { NoAnswer } from './no-answer.tsx'

type Props = Pick<Talk, 'said' | 'say'> & {
  asked: ShownQuestion
  speech: Speech
  /** one line after a hard answer, in the heading too */
  echo?: string | undefined
  /** said above the question, in its heading, so that it is heard too: which need is being talked about */
  about?: string | undefined
  /** what was answered before, said back once to whoever hears the page */
  answered?: string | undefined
  /** move the focus to the heading: true for every question but the first one of a page */
  focus: boolean
  /** done before the script came */
  early: Early | undefined
  /** judges the value; `undefined` when it was accepted */
  onAnswer: (value: Value | undefined) => AnswerProblem | undefined
  /** the dangers that an answer would tell */
  telling: Talk['telling']
  onBack?: (() => void) | undefined
}

type Pressing = Pick<Props, 'telling'> & {
  draft: Draft
  question: ShownQuestion['visit']['question']
  answer: (value: Value | undefined) => void
  change: (next: Draft) => void
}

/**
 * One press is the answer, but for one that tells of danger, or leaves one that does: its help opens there, and the same press
 * takes it back.
 */
const pressIn =
  ({ draft, question, telling, answer, change }: Pressing) =>
  (id: string) => {
    const chosen = { ticked: [id], text: '' }
    const told = [draft, chosen].map((one) => telling(answerOf(one, question)))
    const isDanger = told.some(({ single, together }) => single.length + together.length > 0)
    if (!isDanger || id === DONT_KNOW) answer(answerOf(chosen, question))
    else change(draft.ticked.includes(id) ? { ticked: [], text: '' } : chosen)
  }

export function Question(props: Props) {
  const { asked, speech, echo, about, answered, focus, early, onAnswer, telling, onBack, said, say } = props
  const { visit } = asked
  const { alive, island } = useRoom()
  const { flow, step, question } = visit
  const [draft, setDraft] = useState<Draft>(() => draftOf(visit))
  const [problem, setProblem] = useState<AnswerProblem>()
  /** the last tick was made among what one's own words offer */
  const [above, setAbove] = useState(false)
  const form = useRef<HTMLFieldSetElement>(null)
  const { section, heading, toItsLine } = useLine(focus)
  useEffect(() => {
    if (!early) return
    const { ticked, pressed } = early
    if (ticked.length > 0) setDraft((now) => ({ ...now, ticked }))
    if (pressed) answer(answerOf({ ticked, text: '' }, question))
  }, [early])

  const answer = (value: Value | undefined) => {
    const found = onAnswer(value)
    setProblem(found)
    if (!found) return
    // what is wrong stands above the field: both are brought into sight
    form.current
      ?.querySelector<HTMLElement>('.rows:not(.offered) input, .field input, .date input, textarea:not(#own)')
      ?.focus({ preventScroll: true })
    toItsLine()
  }
  const change = (next: Draft, isAbove = false) => {
    setDraft(next)
    setAbove(isAbove)
    setProblem(undefined)
  }
  const confirm = () => answer(answerOf(draft, question))
  // rows of the first screen stay what they were before the script came: something may be ticked, or under a finger
  const isOnePress = alive && focus && isOne(question)
  const press = pressIn({ draft, question, telling, answer, change })
  const count = question.ask === 'many' ? draft.ticked.filter((id) => !isExclusive(id)).length : 0
  useTitle(problem && speech.t('widget:page.check'))
  const hint = speech.has(`${flow}:${step}.hint`) ? 'hint' : undefined
  const tells = telling(answerOf(draft, question))
  const isFirst = visit.address === island.first.visit.address

  return (
    <section class="question" ref={section}>
      {answered && (
        <p id="answered" class="unseen">
          {speech.t('widget:answered', { answers: answered })}
        </p>
      )}
      {/* outside the group that it names, so that a reader who is led to it hears it once */}
      <h2 id="heading" ref={heading} tabIndex={-1} aria-describedby={answered && 'answered'}>
        {echo && <small class="echo">{`${echo} `}</small>}
        {about && <small class="about">{`${about} `}</small>}
        {speech.t(`${flow}:${step}.question`)}
      </h2>
      <fieldset ref={form} aria-labelledby="heading" aria-describedby={hint}>
        {isFirst && (
          <Matters
            {...{ speech, said }}
            onSaid={say}
            ticked={draft.ticked}
            dangers={above ? tells.single : []}
            onTick={(id, on) => change(tick(draft, question, id, on), true)}
          />
        )}
        {hint && <p id="hint">{speech.t(`${flow}:${step}.hint`)}</p>}
        {problem && (
          <p class="error" role="alert">
            {speech.t(`messages:${problem}`, question)}
          </p>
        )}
        {isChosen(question) ? (
          <Choices
            asked={asked}
            speech={speech}
            draft={draft}
            onDraft={change}
            onPress={isOnePress ? press : undefined}
            tells={tells}
            reveal={!above}
          />
        ) : (
          <Field
            visit={visit}
            speech={speech}
            text={draft.text}
            onText={(text) => change({ ticked: [], text })}
            onEnter={confirm}
            labelledBy="heading"
            describedBy={hint}
          />
        )}
      </fieldset>
      {(!isOnePress || draft.ticked.length > 0) && (
        <GoOn speech={speech} onGo={confirm} ready={draft.ticked.length > 0} count={count} />
      )}
      <NoAnswer speech={speech} mayNotKnow={!isChosen(question)} onBack={onBack} onAnswer={answer} />
    </section>
  )
}
