/** One request as a line of the queue: why it waits and until when. No name, number, answer or free text. */
import type { QueueRow } from '#core/contract/desk.ts'
import { Icon, type Shape } from '../parts/icon.tsx'
import { desk, isMine } from '../state/desk.ts'
import { addressOf } from '../state/route.ts'
import { lengthWords, promiseWords } from '../words/dates.ts'
import { attentionName, lifeAreaName, municipalityName, segmentName } from '../words/names.ts'
import { say } from '../words/words.ts'
import { type Due, dueOf } from './due.ts'
import { holderWords } from './hold.ts'

const NEW_FOR_MS = 5 * 60_000

const shapeOf: Record<Due, Shape> = {
  overdue: 'overdue',
  soon: 'soon',
  today: 'calm',
  later: 'calm',
  kept: 'kept',
}

/** The promise, and in words when it is near, past or kept. */
export function DueLine({ row, now }: { row: QueueRow; now: number }) {
  const due = dueOf(row, now)
  const left = Date.parse(row.promise.until) - now
  const words =
    due === 'today' || due === 'later' ? '' : say(`due.${due}`, { length: lengthWords(Math.abs(left)) })
  return (
    <p class={`due due-${due}`}>
      <Icon shape={shapeOf[due]} />
      <span>
        <span class="due-promise">{promiseWords(row.promise, now)}</span>{' '}
        {words && <span class="due-words">{words}</span>}
      </span>
    </p>
  )
}

/** Marks in words, in a fixed order, only those that say something. */
function marksOf(row: QueueRow): { id: string; text: string; strong?: boolean }[] {
  const counted = (id: string, count: number) =>
    count > 0 ? [{ id, text: say(`mark.${id}`, { count }) }] : []
  return [
    ...counted('flags', row.flags).map((mark) => ({ ...mark, strong: true })),
    ...row.attention.map((id) => ({ id: `attention-${id}`, text: attentionName(id) })),
    ...counted('dontKnow', row.dontKnow),
    ...counted('attempts', row.attempts),
    ...counted('folded', row.folded),
    ...(row.verified ? [] : [{ id: 'unverified', text: say('mark.unverified') }]),
    ...(row.way === 'call' ? [] : [{ id: 'way', text: say(`way.${row.way}`) }]),
    ...(row.language === 'fi' ? [] : [{ id: 'language', text: languageName(row.language) }]),
  ]
}

const languageName = (code: string) =>
  new Intl.DisplayNames(document.documentElement.lang, { type: 'language' }).of(code) ?? code

export const Marks = ({ row }: { row: QueueRow }) => {
  const marks = marksOf(row)
  if (marks.length === 0) return null
  return (
    <ul class="marks">
      {marks.map(({ id, text, strong }) => (
        <li key={id} class={strong ? 'mark mark-strong' : 'mark'}>
          {strong && <Icon shape="flag" />}
          {text}
        </li>
      ))}
    </ul>
  )
}

const About = ({ row }: { row: QueueRow }) => (
  <p class="row-about">
    {row.lifeAreas.map((need) => lifeAreaName(undefined, need)).join(', ') || say('row.noLifeArea')}
  </p>
)

/** The municipality tells the area; what must be known is that the area is not one’s own. */
const standsIn = (row: QueueRow) => desk.get().me?.areas.find((one) => one.area === row.area)?.substitute

/** Arrows walk from row to row; Tab works as always. */
function step(event: KeyboardEvent) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const link = event.currentTarget as HTMLElement
  const links = [...(link.closest('ol')?.querySelectorAll<HTMLElement>('.row-link') ?? [])]
  const next = by && links[links.indexOf(link) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

type Props = { row: QueueRow; now: number; opened: boolean; arrived: boolean }

export function Row({ row, now, opened, arrived }: Props) {
  const waited = now - Date.parse(row.receivedAt)
  const place = municipalityName(row)
  const holder = holderWords(row, now)
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
        <DueLine row={row} now={now} />
        <p class="row-where">
          <strong>{place}</strong>
          {standsIn(row) && <span class="soft">{say('row.substitute')}</span>}
          {isNew && <span class="new">{say('row.new')}</span>}
          <span class="row-waited soft">{say('row.waited', { length: lengthWords(waited) })}</span>
        </p>
        <About row={row} />
        <p class="soft">{segmentName(row.segment)}</p>
        {holder && <p class={isMine(row, desk.get().me) ? 'holder holder-me' : 'holder'}>{holder}</p>}
        <Marks row={row} />
      </a>
    </li>
  )
}
