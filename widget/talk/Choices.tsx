/** The rows of a question that is answered by choosing: real radios and checkboxes, each a large target. */
import { DONT_KNOW, NONE } from '#core/flow/words.ts'
import type { Asked } from '../island.ts'
import { useRoom } from '../room/context.ts'
import type { Speech } from '../speech.ts'
import { optionText } from './describe.ts'
import { type Draft, tick } from './draft.ts'

const SCALE = ['5', '4', '3', '2', '1']

/** Does “I don't know” stand above the options, as an ordinary row? */
const isUnsureFirst = ({ question }: Asked['visit']) =>
  'dontKnow' in question && question.dontKnow === 'first'

/** Every row of the question, the engine's own last unless the editor put it first. */
function rowsOf({ visit, options }: Asked): string[] {
  const own = visit.question.ask === 'scale' ? SCALE : [...new Set(options)]
  const rows = [...own, ...(visit.question.ask === 'many' ? [NONE] : [])]
  return isUnsureFirst(visit) ? [DONT_KNOW, ...rows] : [...rows, DONT_KNOW]
}

type Props = { asked: Asked; speech: Speech; draft: Draft; onDraft: (draft: Draft) => void }

export function Choices({ asked, speech, draft, onDraft }: Props) {
  const { island } = useRoom()
  const { visit } = asked
  const isApart = (id: string) => id === NONE || (id === DONT_KNOW && !isUnsureFirst(visit))
  return (
    <div class="rows">
      {rowsOf(asked).map((id) => (
        <label class={isApart(id) ? 'row apart' : 'row'} key={id}>
          <input
            type={visit.question.ask === 'many' ? 'checkbox' : 'radio'}
            name={visit.address}
            value={id}
            checked={draft.ticked.includes(id)}
            onChange={({ currentTarget }) => onDraft(tick(draft, visit.question, id, currentTarget.checked))}
          />
          <span>{optionText(speech, island.place, visit, id)}</span>
        </label>
      ))}
    </div>
  )
}
