/** What was answered, each with a way to change it; answers that still hold stay when an earlier one changes. */
import type { Address } from '#core/flow/definition.ts'
import type { QuestionVisit } from '#core/flow/result.ts'
import { STRIP } from '#core/flow/words.ts'
import { answerText, labelOf } from '#core/say/answer.ts'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'

/** So many answers stand open above a question; more are folded, so that the question stays in sight. */
const OPEN = 2

type Props = { path: QuestionVisit[]; speech: Speech; onChange: (address: Address) => void; folded?: boolean }

export function Earlier({ path, speech, onChange, folded }: Props) {
  const { island } = useRoom()
  const answered = path.filter(({ address }) => address !== STRIP)
  if (answered.length === 0) return null
  return (
    <details class="earlier" open={!folded && answered.length <= OPEN}>
      <summary>{speech.t('widget:earlier', { count: answered.length })}</summary>
      <ol>
        {answered.map((visit) => (
          <li key={visit.address}>
            <span>
              <small>{labelOf(speech, visit)}</small>
              <b>{answerText(speech, island.place, visit)}</b>
            </span>
            <button type="button" class="quiet" onClick={() => onChange(visit.address)}>
              {speech.t('widget:change')}
              <span class="unseen">{labelOf(speech, visit)}</span>
            </button>
          </li>
        ))}
      </ol>
    </details>
  )
}
