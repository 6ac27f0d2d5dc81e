/** Where the request is now, in kind and neutral words: the page may be seen by others. */
import type { Visit } from '#core/contract/callback.ts'
import { serverNow } from '../net/clock.ts'
import type { OwnRequest } from '../net/outbox.ts'
import { useRoom } from '../state/context.ts'
import { comeText, whenOf } from '../words/promised.ts'
import type { Speech } from '../words/speech.ts'
import { partOfDay } from '../words/when.ts'
import { isOver, type Standing } from './standing.ts'

type Props = {
  mine: OwnRequest
  standing: Standing
  speech: Speech
  /** the promise stands above already */
  brief: boolean
}

/** A visit whose time is set says when and where to come, and afterwards that it has gone by. */
function Meeting({ visit, mine, speech }: Pick<Props, 'mine' | 'speech'> & { visit: Visit }) {
  const { place } = useRoom().island
  const text = comeText(speech, place, visit, mine.caller?.firstName)
  return (
    <div role="status">
      <p>
        <b>{isOver(visit, serverNow()) ? speech.t('widget:visit.over') : text}</b>
      </p>
    </div>
  )
}

export function Status({ mine, standing, speech, brief }: Props) {
  const { status, caller, attempts, promise, visit, safeTime } = mine
  if (visit && standing === 'pending') {
    // the receipt says it large
    if (brief && !isOver(visit, serverNow())) return <div role="status" class="unseen" />
    return <Meeting visit={visit} mine={mine} speech={speech} />
  }
  const trying = standing === 'pending' && attempts.length > 0
  const tried = attempts.map(({ at }) => partOfDay(speech, at, serverNow()))
  // told in words alone, the time is no time of ours: none is promised; nor is one while no day has room
  const full = !promise && (status === 'taken' ? 'status.takenFull' : 'promise.full')
  const untimed = safeTime && (safeTime === 'words' || !promise) ? `status.${status}Safe` : full
  const now = (standing === 'pending' && untimed) || `status.${status}`
  const known = standing === 'late' ? 'status.late' : trying ? 'status.attempt' : now
  const key = mine.doubted ? 'status.doubted' : known
  const waits = key === now && standing === 'pending'
  // until somebody has taken it, the promise above says it all
  const isSaid = brief && waits && status === 'waiting' && !mine.sooner
  return (
    <div role="status" class={isSaid ? 'unseen' : undefined}>
      {waits && !brief && promise?.crowded && <p>{speech.t('widget:promise.crowded')}</p>}
      {!isSaid && (
        <p>
          <b>
            {speech.t(`widget:${key}`, {
              when: trying
                ? new Intl.ListFormat(speech.lang).format(new Set(tried))
                : promise && whenOf(speech, promise, mine.way),
              name: caller?.firstName ?? speech.t('widget:status.someone'),
              context: mine.way,
            })}
          </b>
        </p>
      )}
      {waits && !untimed && mine.sooner && <p>{speech.t('widget:status.sooner')}</p>}
      {trying && <p>{speech.t(safeTime ? 'widget:status.againSafe' : 'widget:status.again')}</p>}
    </div>
  )
}
