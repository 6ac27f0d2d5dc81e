/** Where the request is now, in kind and neutral words: the page may be seen by others. */
import { byWhen } from '../format.ts'
import type { Mine } from '../request/outbox.ts'
import type { Speech } from '../speech.ts'
import type { Standing } from './standing.ts'
import { partOfDay } from './when.ts'

type Props = { mine: Mine; standing: Standing; speech: Speech }

export function Status({ mine, standing, speech }: Props) {
  const { status, caller, attempts, promise, safeTime } = mine
  const trying = standing === 'pending' && attempts.length > 0
  const tried = attempts.map(({ at }) => partOfDay(speech, at, Date.now()))
  // told in words alone, the time is no time of ours: none is promised
  const now = standing === 'pending' && safeTime === 'words' ? `${status}Safe` : status
  const key = standing === 'late' ? 'late' : trying ? 'attempt' : now
  return (
    <div role="status">
      <p>
        <b>
          {speech.t(`widget:status.${key}`, {
            when: trying ? new Intl.ListFormat(speech.lang).format(new Set(tried)) : byWhen(speech, promise),
            name: caller?.firstName ?? speech.t('widget:status.someone'),
            context: mine.way,
          })}
        </b>
      </p>
      {trying && <p>{speech.t(safeTime ? 'widget:status.againSafe' : 'widget:status.again')}</p>}
    </div>
  )
}
