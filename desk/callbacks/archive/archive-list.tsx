/** Yesterday’s and mine: what was closed and is not erased yet, in the place of the queue. */
import { useEffect } from 'preact/hooks'
import type { ArchiveAsked } from '#core/contract/found.ts'
import { connection } from '../../state/connection.ts'
import { session } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { dayName } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { archived, chooseArchive, goFurther, refreshArchive } from '../state/archive.ts'
import { callbacks } from '../state/callbacks.ts'
import { KeptRow } from './kept-row.tsx'
import { Unheard } from './unheard.tsx'

type Of = NonNullable<ArchiveAsked['of']>
type From = NonNullable<ArchiveAsked['from']>

const OF: readonly Of[] = ['mine', 'areas']

const OfButton = ({ of, chosen }: { of: Of; chosen: boolean }) => (
  <button type="button" class="lens" aria-pressed={chosen} onClick={() => chooseArchive({ of })}>
    {say(`archive.${of}`)}
  </button>
)

function Choices() {
  const of = useStore(archived, (state) => state.of)
  const from = useStore(archived, (state) => state.from)
  const since = useStore(archived, (state) => state.known?.since)
  const pick = (event: Event) =>
    chooseArchive({ from: (event.currentTarget as HTMLSelectElement).value as From })
  return (
    <div class="filters">
      <fieldset class="lenses">
        <legend class="unseen">{say('archive.whose')}</legend>
        {OF.map((one) => (
          <OfButton key={one} of={one} chosen={one === of} />
        ))}
      </fieldset>
      <label class="area-picker">
        <span>{say('archive.when')}</span>
        <select value={from} onChange={pick}>
          <option value="recent">
            {since ? say('archive.since', { day: dayName(since) }) : say('archive.recent')}
          </option>
          <option value="kept">{say('archive.kept')}</option>
        </select>
      </label>
    </div>
  )
}

/** An event may have closed one, or opened it again; when the line was lost and has come back, any may have. */
function useFresh() {
  const number = useStore(callbacks, (state) => state.queue?.number)
  const phase = useStore(session, (state) => state.phase)
  const live = useStore(connection, (state) => state.live)
  useEffect(() => {
    if (phase === 'signed-in') void refreshArchive()
  }, [number, phase, live])
}

export function ArchiveList() {
  const known = useStore(archived, (state) => state.known)
  const of = useStore(archived, (state) => state.of)
  const problem = useStore(archived, (state) => state.problem)
  useFresh()
  return (
    <div class="kept">
      <Choices />
      <Unheard refused={problem} />
      {!known && !problem && <p class="empty">{say('archive.loading')}</p>}
      {known?.rows.length === 0 && <p class="empty">{say(`archive.empty.${of}`)}</p>}
      {known && known.rows.length > 0 && (
        <div class="rows">
          <ol>
            {known.rows.map(({ row, ended }) => (
              <KeptRow key={row.id} row={row} ended={ended} />
            ))}
          </ol>
          {known.after && (
            <button type="button" class="button quiet show-more" onClick={() => void goFurther()}>
              {say('archive.more')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
