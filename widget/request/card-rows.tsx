/** The rows of the card: one that stands, and one that was taken away, which can be put back where it was. */
import type { Speech } from '../words/speech.ts'

/** One line of the card, in its place whether it stands there or not. */
export type CardRow = {
  id: string
  /** what it stands under: the contact, the situation, or a matter */
  group: string
  label: string
  /** the matter and the label, where it is spoken of apart from its group */
  name: string
  /** what the coordinator will read; absent: taken away */
  text?: string | undefined
  /** labels of the lines that went with it */
  also?: string[]
  /** `change`: the call needs it */
  act: keyof typeof ACTS
  onAct: () => void
}

const ACTS = { change: 'change', remove: 'card.remove', undo: 'card.undo' } as const

const needOf = (name = '') => name.split(': ')[0] as string

/** Names may be questions with commas: they are told apart by more. The matter is said once for all that follow one another in it. */
export const listed = (names: string[]) =>
  names
    .map((name, at) => {
      const need = needOf(name)
      return at > 0 && needOf(names[at - 1]) === need ? name.slice(need.length + 2) || name : name
    })
    .join('; ')

type Props = Omit<CardRow, 'group'> & {
  /** on its way, so that it cannot change any more */
  fixed: boolean
  /** what else changed, at the row that was pressed last */
  changes: string[]
  speech: Speech
}

export function Row({ id, label, name, text, also = [], act, onAct, fixed, changes, speech }: Props) {
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
        <button key={act} type="button" class={act === 'remove' ? 'quiet cross' : 'quiet'} onClick={onAct}>
          {act === 'remove' && <span aria-hidden="true">✕</span>}
          <span class={act === 'remove' ? 'unseen' : undefined}>{t(`widget:${ACTS[act]}`)}</span>{' '}
          <span class="unseen">{name}</span>
        </button>
      )}
    </li>
  )
}
