/** What was found, in the place of the queue until somebody goes back to it. */
import type { FoundRequests } from '#core/contract/found.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { searching, stopLooking } from '../state/search.ts'
import { KeptRow } from './kept-row.tsx'
import { SEARCH_FIELD } from './search-field.tsx'
import { Unheard } from './unheard.tsx'

function leave() {
  stopLooking()
  document.getElementById(SEARCH_FIELD)?.focus()
}

/** Who finds nobody wants to know where was looked, and what else could be tried. */
const Nobody = ({ looked }: Pick<FoundRequests, 'looked'>) => (
  <div class="empty">
    <p>{say('find.none')}</p>
    <p class="soft">{say(looked.includes('name') ? 'find.noneWords' : 'find.noneExact')}</p>
  </div>
)

export function FoundList() {
  const found = useStore(searching, (state) => state.found)
  const problem = useStore(searching, (state) => state.problem)
  const count = found?.rows.length ?? 0
  return (
    <section class="kept" aria-labelledby="found">
      <div class="kept-head">
        <h3 id="found" tabIndex={-1}>
          {say('find.title')} {count > 0 && <span class="count">{count}</span>}
        </h3>
        <button type="button" class="button quiet" onClick={leave}>
          {say('find.leave')}
        </button>
      </div>
      <Unheard refused={problem} />
      {found?.bounded && <p class="notice">{say('find.bounded')}</p>}
      {found && count === 0 && <Nobody looked={found.looked} />}
      {found && count > 0 && (
        <div class="rows">
          <ol>
            {found.rows.map(({ row, ended, by }) => (
              <KeptRow key={row.id} row={row} ended={ended} by={by} />
            ))}
          </ol>
          <p class="soft reading">
            {found.more && `${say('find.more')} `}
            {say('find.recorded')}
          </p>
        </div>
      )}
    </section>
  )
}
