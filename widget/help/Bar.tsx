/** What answers now, in one line that stays in sight on every screen after a danger was told. */
import type { Id } from '#core/flow/definition.ts'
import { EMERGENCY } from '#core/flow/words.ts'
import { dial } from '../format.ts'
import { useRoom } from '../room/context.ts'
import { helpIn } from './lines.ts'

export function Bar({ dangers }: { dangers: readonly Id[] }) {
  const { speech, island } = useRoom()
  if (dangers.length === 0) return null
  const [line] = helpIn(island.place, dangers).lead
  if (!line) return null
  return (
    <a class="bar" href={dial(line.number)}>
      <span>{speech.t(line.number === EMERGENCY ? 'widget:strip.label' : `numbers:${line.id}.name`)}</span>{' '}
      <b>{line.number}</b>
    </a>
  )
}
