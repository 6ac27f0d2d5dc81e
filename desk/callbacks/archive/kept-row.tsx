/** A request that is found or was closed, as a line: its reference, where it stands now, and why it is here. No name, number or free text. */
import type { QueueRow } from '#core/contract/desk.ts'
import type { Ended, FoundRow } from '#core/contract/found.ts'
import { useNow } from '../../state/clock.ts'
import { useStore } from '../../state/store.ts'
import { momentWords } from '../../words/dates.ts'
import { lifeAreaName, municipalityName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { holderWords } from '../queue/hold.ts'
import { Marks, marksOf } from '../queue/marks.tsx'
import { DueLine } from '../queue/row.tsx'
import { callbacks } from '../state/callbacks.ts'
import { addressOf } from '../state/route.ts'

type Kept = { row: QueueRow; ended?: Ended | undefined }
type Props = Kept & { by?: FoundRow['by'] }

/** What has become of it since: the queue tells, in which everything stands that is open. */
function standing({ row, ended }: Kept): Kept {
  const queued = callbacks.get().queue?.rows.find(({ id }) => id === row.id)
  return queued && queued.status !== 'closed' ? { row: queued } : { row, ended }
}

const EndedLines = ({ row, ended }: { row: QueueRow; ended: Ended }) => (
  <>
    <p>{say('archive.ended', { moment: momentWords(ended.at), name: row.takenBy?.firstName ?? '' })}</p>
    <p class="row-segment soft">
      {say(`outcome.${ended.outcome}`)}
      <span class={ended.recorded ? 'row-end' : 'row-end kept-unrecorded'}>
        {say(ended.recorded ? 'archive.recorded' : 'archive.unrecorded')}
      </span>
    </p>
  </>
)

const OpenLines = ({ row, now }: { row: QueueRow; now: number }) => {
  const holder = holderWords(row, now)
  return (
    <>
      <DueLine row={row} now={now} />
      {holder && <p class="holder">{holder}</p>}
    </>
  )
}

/** Arrows walk from line to line; Tab works as always. */
function step(event: KeyboardEvent) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const link = event.currentTarget as HTMLElement
  const links = [...(link.closest('.rows')?.querySelectorAll<HTMLElement>('.row-link, .show-more') ?? [])]
  const next = by && links[links.indexOf(link) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

export function KeptRow({ by = [], ...kept }: Props) {
  const openId = useStore(callbacks, (state) => state.openId)
  useStore(callbacks, (state) => state.queue)
  const now = useNow()
  const { row, ended } = standing(kept)
  const why = by.map((one) => ({ id: one, text: say(`find.by.${one}`), asks: true }))
  const isOpened = row.id === openId
  const areas = row.lifeAreas.map((need) => lifeAreaName(row.revision, need)).join(' · ')
  return (
    <li data-row={row.id} class={isOpened ? 'row row-opened' : 'row'}>
      <a
        class="row-link"
        href={addressOf(row.id)}
        aria-current={isOpened ? 'true' : undefined}
        onKeyDown={step}
      >
        <p class="row-where">
          <strong>{row.reference}</strong>
          <span class="row-end">{municipalityName(row)}</span>
        </p>
        {areas && <p class="row-about">{areas}</p>}
        {ended ? <EndedLines row={row} ended={ended} /> : <OpenLines row={row} now={now} />}
        <Marks marks={[...why, ...(ended ? [] : marksOf(row))]} />
      </a>
    </li>
  )
}
