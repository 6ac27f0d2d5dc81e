/** One request as a line of the queue: why it waits and until when. No name, number, answer or free text. */
import type { QueueRow } from '#core/contract/desk.ts'
import type { Due } from '#core/request/choices.ts'
import { localStamp } from '#core/say/time.ts'
import { Icon, type Shape } from '../../parts/icon.tsx'
import { drafts } from '../../state/drafts.ts'
import { session } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import {
  clockWords,
  crowdedWords,
  dueWordsOf,
  lengthWords,
  promiseWords,
  waitedWords,
} from '../../words/dates.ts'
import { lifeAreaName, municipalityName, segmentName, unfinishedName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { isMine } from '../state/callbacks.ts'
import { dueOf, isKept, isNotYet, isPlanned } from '../state/due.ts'
import { addressOf } from '../state/route.ts'
import { holderWords } from './hold.ts'
import { type Mark, Marks, marksOf } from './marks.tsx'

const NEW_FOR_MS = 5 * 60_000

const shapeOf: Record<Due, Shape> = {
  overdue: 'overdue',
  soon: 'soon',
  today: 'calm',
  later: 'calm',
  again: 'soon',
  undated: 'calm',
  settled: 'calm',
}

/** A tick stands for a promise that was kept in its time, and for nothing else. */
const lookOf = (row: QueueRow, now: number): Due | 'kept' => {
  const due = dueOf(row, now)
  return due === 'settled' && row.status !== 'closed' && isKept(row, now) ? 'kept' : due
}

/** That a promise was kept. Who reached the resident stands below; of what is closed no promise is told any more. */
const settledWords = (row: QueueRow, now: number): string =>
  row.status !== 'closed' && isKept(row, now) ? say('due.kept') : ''

/** How near the try that was planned is. */
function triedDueWords({ nextTry }: QueueRow, now: number): string {
  if (!nextTry) return ''
  if (nextTry.from && localStamp(now) < `${nextTry.day} ${nextTry.from}`) return ''
  const left = Date.parse(nextTry.until) - now
  return say(left < 0 ? 'due.overdue' : 'due.soon', { length: lengthWords(Math.abs(left)) })
}

/** How the promise stands, in words when it is not yet time, near, past or kept. */
const dueWords = (row: QueueRow, now: number): string => {
  const due = dueOf(row, now)
  const { from, until } = row.promise ?? {}
  if (due === 'settled') return settledWords(row, now)
  if (due === 'again') return say('due.unplanned')
  if (isPlanned(row)) return triedDueWords(row, now)
  if (from && isNotYet(row, now)) return say('due.notYet', { time: clockWords(from) })
  if (due === 'today' || due === 'later' || due === 'undated') return crowdedWords(row)
  if (row.visit && due === 'overdue') return say('visit.past')
  return say(`due.${due}`, until ? { length: lengthWords(Math.abs(Date.parse(until) - now)) } : {})
}

/** What comes next, with its day and time; of what is closed, that it is recorded, or is to be. */
function nextWords(row: QueueRow, now: number, recorded: boolean): string {
  if (row.status === 'closed') return say(recorded ? 'close.recorded' : 'due.record')
  if (row.nextTry && isPlanned(row)) return say('due.tryAgain', { when: promiseWords(row.nextTry, now) })
  return dueOf(row, now) === 'again' ? say('due.again') : dueWordsOf(row, now)
}

type DueProps = { row: QueueRow; now: number; words?: boolean; recorded?: boolean }

/** The promise by its day and time; `words` beside it unless they stand elsewhere. `recorded`: what is closed is in the client system. */
export function DueLine({ row, now, words = true, recorded = false }: DueProps) {
  const look = lookOf(row, now)
  return (
    <p class={`due due-${look}`}>
      <Icon shape={look === 'kept' ? 'kept' : shapeOf[look]} />
      <span>
        <span class="due-promise">{nextWords(row, now, recorded)}</span>{' '}
        {words && <span class="due-words">{dueWords(row, now)}</span>}
      </span>
    </p>
  )
}

const About = ({ row }: { row: QueueRow }) => (
  <p class="row-about">
    {row.unreadable
      ? say('row.unreadable', { reference: row.reference })
      : row.lifeAreas.map((need) => lifeAreaName(row.revision, need)).join(' · ') ||
        say(row.verified ? 'row.noLifeArea' : 'row.unknownLifeArea')}
  </p>
)

/** The municipality tells the area; what must be known is that the area is not one’s own. */
const standsIn = (row: QueueRow) => session.get().me?.areas.find((one) => one.area === row.area)?.substitute

/** Arrows walk from row to row; Tab works as always. */
function step(event: KeyboardEvent) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const link = event.currentTarget as HTMLElement
  const links = [...(link.closest('.rows')?.querySelectorAll<HTMLElement>('.row-link, .show-more') ?? [])]
  const next = by && links[links.indexOf(link) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** What was written or chosen here and not saved is found again. */
const unfinishedMark = (): Mark => ({ id: 'unfinished', text: say('mark.unfinished'), asks: true })

type Props = { row: QueueRow; now: number; opened: boolean; arrived: boolean }

export function Row({ row, now, opened, arrived }: Props) {
  const waited = now - Date.parse(row.receivedAt)
  const place = municipalityName(row)
  const holder = holderWords(row, now)
  const isUnfinished = useStore(drafts, ({ byRequest }) => byRequest.has(row.id))
  const isNew = arrived && !opened && waited < NEW_FOR_MS
  return (
    <li
      data-row={row.id}
      class={['row', opened && 'row-opened', isNew && 'row-new'].filter(Boolean).join(' ')}
    >
      <a
        class="row-link"
        href={addressOf(row.id)}
        aria-current={opened ? 'true' : undefined}
        onKeyDown={step}
      >
        <DueLine row={row} now={now} words={false} />
        <p class="row-where">
          <strong>{place}</strong>
          <span class="soft row-reference">{row.reference}</span>
          {standsIn(row) && <span class="soft">{say('row.substitute')}</span>}
          {isNew && <span class="new">{say('row.new')}</span>}
          <span class={`due-words row-end due-${lookOf(row, now)}`}>{dueWords(row, now)}</span>
        </p>
        <About row={row} />
        <p class="row-segment soft">
          {!row.unreadable && (row.finished ? segmentName(row.segment) : unfinishedName(row))}
          {row.status !== 'closed' && <span class="row-end">{waitedWords(row.receivedAt, now)}</span>}
        </p>
        {holder && <p class={isMine(row, session.get().me) ? 'holder holder-me' : 'holder'}>{holder}</p>}
        <Marks marks={[...(isUnfinished && !opened ? [unfinishedMark()] : []), ...marksOf(row)]} />
      </a>
    </li>
  )
}
