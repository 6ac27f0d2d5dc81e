/** Nothing in sight: whether nobody waits, or only nobody of the area that is looked at. */

import type { Lens } from '#core/queue/view.ts'
import { say } from '../../words/words.ts'
import { callbacks } from '../state/callbacks.ts'

type Props = { lens: Lens; area: string | undefined; elsewhere: number; hidden: number }

/** `elsewhere`: how many rows the same view has in the other areas; `hidden`: how many are here without what is looked for. */
export const Empty = ({ lens, area, elsewhere, hidden }: Props) => {
  if (hidden > 0)
    return (
      <div class="empty">
        <p>{say('narrow.empty')}</p>
        <button type="button" class="button" onClick={() => callbacks.set({ filters: {} })}>
          {say('narrow.clearAll', { count: hidden })}
        </button>
      </div>
    )
  if (!area || elsewhere === 0) return <p class="empty">{say(`queue.empty.${lens}`)}</p>
  return (
    <div class="empty">
      <p>{say(`queue.emptyHere.${lens}`)}</p>
      <button type="button" class="button" onClick={() => callbacks.set({ area: undefined })}>
        {say('queue.showAll', { count: elsewhere })}
      </button>
    </div>
  )
}
