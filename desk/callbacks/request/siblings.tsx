/** What else came from the same number: each can be opened, and those that nobody holds are taken with this one when it is the same matter. */
import { useState } from 'preact/hooks'
import type { OpenRequest, QueueRow } from '#core/contract/desk.ts'
import { asRefused, type Refused } from '../../net/api.ts'
import { Problem } from '../../parts/problem.tsx'
import { useNow } from '../../state/clock.ts'
import { session } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { momentWords } from '../../words/dates.ts'
import { lifeAreaName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { holderWords, holdOf } from '../queue/hold.ts'
import { takeAlso } from '../state/request.ts'
import { addressOf } from '../state/route.ts'
import { Section } from './section.tsx'

const isOpen = ({ status }: QueueRow) => status !== 'closed'

const One = ({ row, now }: { row: QueueRow; now: number }) => (
  <li>
    <a href={addressOf(row.id)}>
      {say('siblings.one', { reference: row.reference, moment: momentWords(row.receivedAt, now) })}
    </a>{' '}
    {row.lifeAreas.map((need) => lifeAreaName(row.revision, need)).join(' · ')}
    {holderWords(row, now) && <span class="soft"> · {holderWords(row, now)}</span>}
  </li>
)

/** Asked, never assumed: two matters of one number may be two. */
function SameMatter({ ids, mine }: { ids: string[]; mine: boolean }) {
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  if (ids.length === 0 || !mine) return null
  const take = () => {
    if (busy) return
    setBusy(true)
    refuse(undefined)
    void takeAlso(ids)
      .catch((thrown) => refuse(asRefused(thrown)))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Problem refused={refused} />
      <button type="button" class="button" aria-disabled={busy} onClick={take}>
        {say(busy ? 'act.busy' : 'siblings.take', { count: ids.length })}
      </button>
    </>
  )
}

export function Siblings({ request: { siblings, row } }: { request: OpenRequest }) {
  const me = useStore(session, (state) => state.me)
  const now = useNow()
  if (siblings.length === 0) return null
  const open = siblings.filter(isOpen)
  const free = open.filter(
    (one) => ['free', 'lapsed'].includes(holdOf(one, me, now)) && one.status !== 'reached',
  )
  return (
    <Section title="section.siblings">
      {open.length > 0 && <p class="soft">{say('siblings.ask')}</p>}
      <ul class="siblings">
        {siblings.map((one) => (
          <One key={one.id} row={one} now={now} />
        ))}
      </ul>
      <SameMatter ids={free.map(({ id }) => id)} mine={row.takenBy?.id === me?.id && isOpen(row)} />
    </Section>
  )
}
