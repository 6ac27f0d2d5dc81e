/** What part of the queue is looked at: waiting, mine or all; one area or all of mine. */
import type { Me } from '#core/contract/desk.ts'
import { LENSES, type Lens } from '#core/queue/view.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { callbacks, type KnownQueue } from '../state/callbacks.ts'
import { PromiseCounts } from './counts.tsx'
import { countsOf } from './view.ts'

const LensButton = ({ lens, chosen, count }: { lens: Lens; chosen: boolean; count: number }) => (
  <button type="button" class="lens" aria-pressed={chosen} onClick={() => callbacks.set({ lens })}>
    {say(`lens.${lens}`)} <span class="count">{count}</span>
  </button>
)

/** Who leads all areas has none of their own: then all of them can be picked. */
const areasOf = (me: Me): Me['areas'] =>
  me.areas.length > 0 ? me.areas : me.allAreas.map((area) => ({ ...area, substitute: false }))

/** `count`: how many the lens has of an area, or of all, for what stands after its name. */
function AreaPicker({ me, count }: { me: Me; count: (area: string | undefined) => number }) {
  const area = useStore(callbacks, (state) => state.area)
  const areas = areasOf(me)
  if (areas.length < 2) return null
  const pick = (event: Event) =>
    callbacks.set({ area: (event.currentTarget as HTMLSelectElement).value || undefined })
  const counted = (name: string, one?: string) => say('filter.counted', { name, count: count(one) })
  return (
    <label class="area-picker">
      <span>{say('filter.area')}</span>
      <select value={area ?? ''} onChange={pick}>
        <option value="">{counted(say('filter.allAreas'))}</option>
        {areas.map((one) => (
          <option key={one.area} value={one.area}>
            {counted(one.substitute ? say('filter.substitute', { name: one.name }) : one.name, one.area)}
          </option>
        ))}
      </select>
    </label>
  )
}

export function Filters({ me, queue, now }: { me: Me; queue: KnownQueue; now: number }) {
  const lens = useStore(callbacks, (state) => state.lens)
  const area = useStore(callbacks, (state) => state.area)
  const counts = countsOf(queue, area, me, now)
  return (
    <div class="filters">
      <fieldset class="lenses">
        <legend class="unseen">{say('filter.label')}</legend>
        {LENSES.map((one) => (
          <LensButton key={one} lens={one} chosen={one === lens} count={counts[one]} />
        ))}
      </fieldset>
      <AreaPicker me={me} count={(one) => countsOf(queue, one, me, now)[lens]} />
      <PromiseCounts counts={counts} />
    </div>
  )
}
