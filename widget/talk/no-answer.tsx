/** The ways on from a question that are no choice of its own: not knowing, one question back, not wanting to say. */
import type { Value } from '#core/flow/definition.ts'
import { DECLINED, DONT_KNOW } from '#core/flow/words.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  speech: Speech
  /** no row says it: the question is answered by writing */
  mayNotKnow: boolean
  onBack: (() => void) | undefined
  onAnswer: (value: Value) => void
}

export const NoAnswer = ({ speech, mayNotKnow, onBack, onAnswer }: Props) => (
  <div class="actions">
    {mayNotKnow && (
      <button type="button" class="second" onClick={() => onAnswer(DONT_KNOW)}>
        {speech.t('say:answer.dontKnow')}
      </button>
    )}
    {onBack && (
      <button type="button" class="quiet" onClick={onBack}>
        {speech.t('widget:back')}
      </button>
    )}
    <button type="button" class="quiet" onClick={() => onAnswer(DECLINED)}>
      {speech.t('widget:answer.decline')}
    </button>
  </div>
)
