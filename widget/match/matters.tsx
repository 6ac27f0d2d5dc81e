/** One's own words among the matters of the first question: what they offer is ticked in the same rows as all the others. */
import type { Id } from '#core/flow/definition.ts'
import { optionText } from '#core/say/answer.ts'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { OwnFirst } from './own-first.tsx'
import { phrasesOf } from './phrases.ts'

type Props = {
  speech: Speech
  said: string
  onSaid: (text: string) => void
  ticked: readonly Id[]
  onTick: (id: Id, on: boolean) => void
  /** dangers that what was ticked here tells */
  dangers: Id[]
  /** these stand there already */
  without?: readonly Id[]
  /** there is no other list: what is ticked stands here, whatever is written after */
  alone?: boolean
}

/** Nothing in a language that has no phrases. */
export function Matters({ ticked, onTick, without = [], alone = false, ...field }: Props) {
  const { island } = useRoom()
  const { visit, options } = island.first
  if (!phrasesOf(island)) return null
  return (
    <OwnFirst
      {...field}
      of="areas"
      known={(id) => options.includes(id) && !without.includes(id)}
      kept={alone ? ticked : []}
      arrived={alone}
      row={(id) => (
        <label class="row" key={id}>
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            onChange={({ currentTarget }) => onTick(id, currentTarget.checked)}
          />
          <span>{optionText(field.speech, island.place, visit, id)}</span>
        </label>
      )}
    />
  )
}
