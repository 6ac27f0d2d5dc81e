/** What went wrong, calmly: nothing is lost, and the numbers answer meanwhile. */

import { useRoom } from '../room/context.ts'
import { Lines } from '../room/Lines.tsx'
import type { Trouble } from './outbox.ts'

/** Numbers that serve everyone stand first in the area data. */
const GENERAL = 3

export function Troubled({ trouble }: { trouble: Trouble }) {
  const { speech, island } = useRoom()
  const own = `messages:${trouble.code}`
  return (
    <div class="trouble" role="alert">
      <p>{speech.t(trouble.code !== 'offline' && speech.has(own) ? own : 'widget:failed.send')}</p>
      <p>{speech.t('widget:failed.kept')}</p>
      <Lines lines={island.place.lines.slice(0, GENERAL)} />
    </div>
  )
}
