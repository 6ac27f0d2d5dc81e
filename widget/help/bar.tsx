/** What answers now, a number for each danger that was told: it stays in sight on every screen after. */
import type { Id } from '#core/flow/definition.ts'
import { EMERGENCY } from '#core/flow/words.ts'
import { useRoom } from '../state/context.ts'
import { dial } from '../words/format.ts'
import { type HelpLine, helpIn } from './phone-lines.ts'

/** More would take the screen from what is asked; all of them stand in the help itself. */
const MOST = 3

/** The first number of each danger; 112 where no other is known. */
function firstOf(lead: HelpLine[]): HelpLine[] {
  const own = lead.filter(({ number }) => number !== EMERGENCY)
  return own.length > 0 ? own.slice(0, MOST) : lead
}

export function Bar({ dangers }: { dangers: readonly Id[] }) {
  const { speech, island } = useRoom()
  if (dangers.length === 0) return null
  return (
    <div class="bar">
      {firstOf(helpIn(island.place, dangers).lead).map(({ id, number }) => (
        <a key={id} href={dial(number)}>
          <span>{speech.t(`numbers:${id}.name`)}</span> <b>{number}</b>
        </a>
      ))}
    </div>
  )
}
