/** The rows of the card: one that stands, and one that was taken away, which can be put back where it was. */
import type { Speech } from '../words/speech.ts'

/** One line of the card, in its place whether it stands there or not. */
export type CardRow = {
  id: string
  label: string
  /** what the coordinator will read; absent: taken away */
  text?: string | undefined
  /** labels of the lines that went with it */
  also?: string[]
  /** `change`: the call needs it */
  act: keyof typeof ACTS
  onAct: () => void
}

const ACTS = { change: 'change', remove: 'card.remove', undo: 'card.undo' } as const

const needOf = (label = '') => label.split(': ')[0] as string

/** Labels may be questions with commas: they are told apart by more. The matter is said once for all that follow one another in it. */
export const listed = (labels: string[]) =>
  labels
    .map((label, at) => {
      const need = needOf(label)
      return at > 0 && needOf(labels[at - 1]) === need ? label.slice(need.length + 2) || label : label
    })
    .join('; ')

type Props = CardRow & {
  /** on its way, so that it cannot change any more */
  fixed: boolean
  /** what else changed, at the row that was pressed last */
  changes: string[]
  speech: Speech
}

export function Row({ id, label, text, also = [], act, onAct, fixed, changes, speech }: Props) {
  const { t } = speech
  const gone = text === undefined
  const told = [...(also.length > 0 ? [t('widget:card.also', { lines: listed(also) })] : []), ...changes]
  return (
    <li class={gone ? 'removed' : undefined} data-row={id}>
      <span>
        {gone ? (
          t('widget:card.removed', { line: label })
        ) : (
          <>
            <small>{label}</small>
            <b>{text}</b>
          </>
        )}
        {told.map((sentence) => (
          <em key={sentence}>{sentence}</em>
        ))}
      </span>
      {!fixed && (
        // another button, so that its name is heard when the focus comes to it
        <button key={act} type="button" class="quiet" onClick={onAct}>
          {t(`widget:${ACTS[act]}`)} <span class="unseen">{label}</span>
        </button>
      )}
    </li>
  )
}
