/** What only the coordinator needs: a row for each question of the request, folded, and each may be left out. */
import { useId, useRef, useState } from 'preact/hooks'
import { optionsOf } from '#core/flow/answer.ts'
import type { Answers, Dialogue, Value } from '#core/flow/definition.ts'
import type { Outcome, QuestionVisit } from '#core/flow/result.ts'
import { answerText, labelOf } from '#core/say/answer.ts'
import { Prose } from '../parts/prose.tsx'
import { useRoom } from '../state/context.ts'
import type { Telling } from '../state/dangers.ts'
import { answerOf, draftOf, isChosen, isOne } from '../state/draft.ts'
import { Choices } from '../talk/choices.tsx'
import { Field } from '../talk/field.tsx'
import type { Speech } from '../words/speech.ts'

const NOTHING: Telling = { single: [], together: [] }

type RowProps = {
  visit: QuestionVisit
  options: string[]
  speech: Speech
  /** what follows from the answer, where it decides whose the matter is */
  follows: string
  onValue: (value: Value | undefined) => void
}

function Row({ visit, options, speech, follows, onValue }: RowProps) {
  const { place } = useRoom().island
  const { flow, step, question, value } = visit
  const [draft, setDraft] = useState(() => draftOf(visit))
  const [open, setOpen] = useState(false)
  const id = useId()
  const summary = useRef<HTMLElement>(null)
  /** an arrow passes over answers: a row that is answered by keys is not shut under them */
  const byKeys = useRef(false)
  const hint = `${flow}:${step}.hint`
  const change = (next: typeof draft) => {
    setDraft(next)
    onValue(answerOf(next, question))
    if (!isOne(question) || byKeys.current) return
    setOpen(false)
    summary.current?.focus()
  }
  return (
    <details class="more" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary id={id} ref={summary}>
        {value === undefined ? (
          speech.t(`${flow}:${step}.question`)
        ) : (
          <>
            {labelOf(speech, visit)}: <b>{answerText(speech, place, visit)}</b>
          </>
        )}
      </summary>
      <fieldset
        class="inside"
        aria-labelledby={id}
        onKeyDown={() => {
          byKeys.current = true
        }}
      >
        {speech.has(hint) && <p class="soft">{speech.t(hint)}</p>}
        {isChosen(question) ? (
          <Choices
            asked={{ visit, options }}
            speech={speech}
            draft={draft}
            onDraft={change}
            tells={NOTHING}
            reveal={false}
          />
        ) : (
          <Field
            visit={visit}
            speech={speech}
            text={draft.text}
            onText={(text) => change({ ticked: [], text })}
            onEnter={() => setOpen(false)}
            labelledBy={id}
            describedBy={undefined}
          />
        )}
      </fieldset>
      <Prose text={follows} />
    </details>
  )
}

type Props = {
  visits: QuestionVisit[]
  dialogue: Dialogue
  outcome: Outcome
  answers: Answers
  speech: Speech
  onAnswers: (answers: Answers) => void
}

export function Asked({ visits, dialogue, outcome, answers, speech, onAnswers }: Props) {
  if (visits.length === 0) return null
  const { because, then } = outcome.headline
  const put = (address: string, value: Value | undefined) => {
    const { [address]: _, ...others } = answers
    onAnswers(value === undefined ? others : { ...others, [address]: value })
  }
  const decides = (address: string) => because.some((one) => one.address === address)
  return (
    <div class="asks">
      <p>{speech.t('widget:form.asked')}</p>
      {visits.map((visit) => (
        <Row
          key={visit.address}
          visit={visit}
          options={optionsOf(visit.question, dialogue.lists)}
          speech={speech}
          follows={decides(visit.address) ? speech.t(`segments:${then.segment}.text`) : ''}
          onValue={(value) => put(visit.address, value)}
        />
      ))}
    </div>
  )
}
