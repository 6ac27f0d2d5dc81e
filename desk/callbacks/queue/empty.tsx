/** Nothing in sight: whether nobody waits, or only nobody of the area that is looked at. */

import { say } from '../../words/words.ts'
import { callbacks, type Lens } from '../state/callbacks.ts'

type Props = { lens: Lens; area: string | undefined; elsewhere: number }

/** `elsewhere`: how many rows the same view has in the other areas. */
export const Empty = ({ lens, area, elsewhere }: Props) => {
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
