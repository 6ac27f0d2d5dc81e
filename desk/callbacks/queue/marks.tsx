/** Small marks of a request, in words and in a fixed order, only those that say something. */
import type { QueueRow } from '#core/contract/desk.ts'
import { ORDINARY_LANE, SAFETY } from '#core/flow/named.ts'
import { wayText, windowText } from '#core/say/contact.ts'
import { shortDay } from '#core/say/day.ts'
import { Icon, type Shape } from '../../parts/icon.tsx'
import { serverNow } from '../../state/clock.ts'
import { lengthWords, momentWords } from '../../words/dates.ts'
import { attentionName, laneName, languageName } from '../../words/names.ts'
import { FIRST, say, speaker } from '../../words/words.ts'
import { brokenBy, dueOf, lacksTime } from '../state/due.ts'

/** `strong`: danger was told; `asks`: something is to be done before the rest. */
export type Mark = { id: string; text: string; strong?: boolean; asks?: boolean; shape?: Shape }

/** Within a week it is a to-do; after it somebody must be reminded. */
const TOO_LONG_MS = 7 * 24 * 60 * 60_000

const counted = (id: string, count: number): Mark[] =>
  count > 0 ? [{ id, text: say(`mark.${id}`, { count }) }] : []

/** A line of the list has room for two names of attention, of many for one, fear before others; the opened request names all. */
const NAMED = 2
const OF_MANY = 1
function attentionMarks({ attention, revision }: QueueRow, all: boolean): Mark[] {
  const inOrder = [...attention].sort((one, other) => Number(other === SAFETY) - Number(one === SAFETY))
  const shown = all || attention.length <= NAMED ? inOrder : inOrder.slice(0, OF_MANY)
  const marks = shown.map((id) => ({
    id: `attention-${id}`,
    text: attentionName(id, revision),
    strong: id === SAFETY,
  }))
  return [...marks, ...counted('moreAttention', attention.length - shown.length)]
}

/** A conversation in another language than the one in which everybody here works; which other ones somebody speaks is not known. */
const languageMark = ({ language }: QueueRow): Mark[] =>
  language === FIRST ? [] : [{ id: 'language', text: languageName(language) }]

/** A visit without a time asks for it; a way other than a call is told. */
const wayMark = (row: QueueRow): Mark[] => {
  if (row.way === 'call') return []
  const asks = lacksTime(row)
  return [{ id: 'way', text: asks ? say('mark.setVisit') : wayText(speaker(), row.way), asks }]
}

/**
 * Contact is not safe at any time: what the resident wrote of it is read before anything else. Half-days that were chosen are of
 * certain weekdays: a bare “afternoon” would be read as any afternoon.
 */
const safeTimeMark = ({ safeTime, window }: QueueRow): Mark[] => {
  if (!safeTime) return []
  const which = safeTime === 'chosen' && window ? `chosen.${window}` : safeTime
  return [{ id: 'safeTime', text: say(`mark.safeTime.${which}`), strong: safeTime === 'words' }]
}

/** The resident has rung since the last attempt: whoever holds the request calls first. */
const rangBackMark = ({ rangBackAt }: QueueRow): Mark[] =>
  rangBackAt
    ? [{ id: 'rangBack', text: say('mark.rangBack', { when: momentWords(rangBackAt) }), asks: true }]
    : []

/** What nobody records is erased all the same, by the rule of the place: it is told how long there is. */
function erasedMark({ closedAt, erasedOn }: QueueRow): Mark[] {
  if (!closedAt || !erasedOn) return []
  const isLong = serverNow() - Date.parse(closedAt) > TOO_LONG_MS
  return [{ id: 'erased', text: say('mark.erased', { day: shortDay(speaker(), erasedOn) }), strong: isLong }]
}

/** What came of the last try, and how many there were: who did not answer has not been reached. */
function triedMark({ attempts, tried }: QueueRow): Mark[] {
  if (!tried?.last) return counted('attempts', attempts)
  const came = say(`mark.came.${tried.last}`)
  return [{ id: 'attempts', text: say('mark.tried', { count: tried.count, what: came }) }]
}

/** A promise that was broken stays so, whatever has been done since; one that is overdue is told by its own line. */
function brokenMark(row: QueueRow): Mark[] {
  const now = serverNow()
  const by = brokenBy(row, now)
  if (by === undefined || dueOf(row, now) === 'overdue') return []
  const text = by === 0 ? say('mark.brokenEarly') : say('mark.broken', { length: lengthWords(by) })
  return [{ id: 'broken', text, strong: true }]
}

/** When a call is wished for: a morning is planned by it. When it is alone safe is said by the mark of that. */
const windowMark = ({ window, visit, safeTime }: QueueRow): Mark[] =>
  window && !visit && !safeTime ? [{ id: 'window', text: windowText(speaker(), window) }] : []

/** Staff answered a call, and walked the conversation in it. */
const channelMark = ({ channel }: QueueRow): Mark[] =>
  channel === 'phone' ? [{ id: 'channel', text: say('mark.channel') }] : []

/** @param all every mark of attention by name, instead of the first and a count */
export const marksOf = (row: QueueRow, all = false): Mark[] => [
  ...counted('flags', row.flags).map((mark) => ({ ...mark, strong: true, shape: 'flag' as const })),
  ...safeTimeMark(row),
  ...windowMark(row),
  ...(row.lane === ORDINARY_LANE ? [] : [{ id: 'lane', text: laneName(row.lane) }]),
  ...attentionMarks(row, all),
  ...counted('dontKnow', row.dontKnow),
  ...rangBackMark(row),
  ...triedMark(row),
  ...erasedMark(row),
  ...brokenMark(row),
  ...counted('folded', row.folded),
  ...counted('beside', row.beside ?? 0),
  ...(row.verified ? [] : [{ id: 'unverified', text: say('mark.unverified') }]),
  ...wayMark(row),
  ...channelMark(row),
  ...languageMark(row),
]

export const Marks = ({ marks }: { marks: Mark[] }) => {
  if (marks.length === 0) return null
  return (
    <ul class="marks">
      {marks.map(({ id, text, strong, asks, shape }) => (
        <li key={id} class={strong ? 'mark mark-strong' : asks ? 'mark mark-asks' : 'mark'}>
          {shape && <Icon shape={shape} />}
          {text}
        </li>
      ))}
    </ul>
  )
}
