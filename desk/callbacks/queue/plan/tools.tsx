/** A quiet line above the rows: what is hidden, what is kept, why the order is so, and the keys. One of them stands open at a time. */
import { useRef, useState } from 'preact/hooks'
import type { QueueRow } from '#core/contract/desk.ts'
import { useStore } from '../../../state/store.ts'
import { say } from '../../../words/words.ts'
import { callbacks } from '../../state/callbacks.ts'
import { showKeys } from '../../state/over-page.ts'
import { Chips } from './chips.tsx'
import { Narrow } from './narrow.tsx'
import { Order } from './order.tsx'
import { Views } from './views.tsx'

const PANELS = ['narrow', 'views', 'order'] as const
type Panel = (typeof PANELS)[number]

type Props = { shown: QueueRow[]; hidden: number; isRead: boolean; now: number }

export function Tools({ shown, hidden, isRead, now }: Props) {
  const [open, turn] = useState<Panel>()
  const room = useRef<HTMLFieldSetElement>(null)
  const count = useStore(callbacks, (state) => Object.keys(state.filters).length)
  const leave = () => {
    room.current?.querySelector<HTMLElement>(`[data-tool="${open}"]`)?.focus()
    turn(undefined)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open || event.isComposing) return
    event.preventDefault()
    leave()
  }
  return (
    <fieldset class="tools" ref={room} aria-label={say('tool.label')} onKeyDown={onKey}>
      <div class="tools-line">
        {PANELS.map((panel) => (
          <button
            key={panel}
            type="button"
            class="button quiet tool"
            data-tool={panel}
            aria-expanded={open === panel}
            onClick={() => turn(open === panel ? undefined : panel)}
          >
            {panel === 'narrow' && count > 0 ? say('tool.narrowed', { count }) : say(`tool.${panel}`)}
          </button>
        ))}
        <button type="button" class="button quiet tool" onClick={() => showKeys('help')}>
          {say('tool.keys')}
        </button>
      </div>
      {open === 'narrow' && <Narrow />}
      {open === 'views' && <Views />}
      {open === 'order' && <Order rows={shown} now={now} />}
      {count > 0 && <Chips shown={shown.length} hidden={hidden} isRead={isRead} />}
    </fieldset>
  )
}
