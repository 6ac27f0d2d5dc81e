/** What was said: the last exchange stands open above the question, what was before it is folded. Answers that still hold stay when an earlier one changes. */
import type { Address } from '#core/flow/definition.ts'
import type { QuestionVisit } from '#core/flow/result.ts'
import { STRIP } from '#core/flow/words.ts'
import { answerText, labelOf } from '#core/say/answer.ts'
import { useRoom } from '../state/context.ts'
import { lastBefore } from '../words/describe.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  path: QuestionVisit[]
  speech: Speech
  onChange: (address: Address) => void
  /** the question that stands below; absent where all is answered, and all is folded */
  before?: Address | undefined
}

export function Earlier({ path, speech, onChange, before }: Props) {
  const { island } = useRoom()
  const answered = path.filter(({ address }) => address !== STRIP)
  if (answered.length === 0) return null
  const last = before === undefined ? undefined : lastBefore(path, before)
  // the last one too, where it is whole however long it is
  const others = last && answered.length === 1 ? [] : answered
  const said = (visit: QuestionVisit) => (
    <>
      <span>
        <small>{labelOf(speech, visit)}</small>
        <b>{answerText(speech, island.place, visit)}</b>
      </span>
      <button type="button" class="quiet" onClick={() => onChange(visit.address)}>
        {speech.t('widget:change')}
        <span class="unseen">{labelOf(speech, visit)}</span>
      </button>
    </>
  )
  return (
    <div class="earlier">
      {others.length > 0 && (
        <details>
          <summary>{speech.t('widget:earlier', { count: others.length })}</summary>
          <ol>
            {others.map((visit) => (
              <li key={visit.address}>{said(visit)}</li>
            ))}
          </ol>
        </details>
      )}
      {last && <div class="last">{said(last)}</div>}
    </div>
  )
}
