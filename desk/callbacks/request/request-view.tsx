/** A whole request in the order in which a coordinator prepares a call: own words, how to call, situation, everything else. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { useNow } from '../../state/clock.ts'
import { crowdedWords, momentWords } from '../../words/dates.ts'
import { areaName, municipalityName, stationName, unfinishedName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { holderWords } from '../queue/hold.ts'
import { Marks, marksOf } from '../queue/marks.tsx'
import { DueLine } from '../queue/row.tsx'
import { dueOf } from '../state/due.ts'
import { Advice } from './advice.tsx'
import { Answers } from './answers.tsx'
import { ContactCard } from './contact-card.tsx'
import { Handovers } from './handovers.tsx'
import { History } from './history.tsx'
import { NeedsMap } from './needs-map.tsx'
import { Notes } from './notes.tsx'
import { Agreed } from './plan/agreed.tsx'
import { FirstQuestions } from './plan/first-questions.tsx'
import { Attention, Folded, Segment } from './reasons.tsx'
import { Siblings } from './siblings.tsx'
import { Signal } from './signal.tsx'
import { Circumstances, Flags, OwnWords } from './situation.tsx'

/** Asking for a person before the end is no suspicion: it says where to begin. */
const Unfinished = ({ row }: Pick<OpenRequest, 'row'>) => (
  <p class="begin">
    <strong>{unfinishedName(row)}.</strong>{' '}
    {say(row.lifeAreas.length > 0 ? 'request.unfinishedBegun' : 'request.unfinished')}
  </p>
)

/** What the resident has been told of days that are full, while they wait for the first contact: nobody begins by explaining it. */
const Told = ({ row, now }: { row: OpenRequest['row']; now: number }) => {
  if (row.doubted) return <p class="notice">{say('request.doubted')}</p>
  if (row.visit || row.attempts > 0 || dueOf(row, now) === 'settled') return null
  const told = row.promise ? crowdedWords(row) && 'request.crowded' : 'request.undated'
  return told ? <p class="soft">{say(told)}</p> : null
}

const Heading = ({ request }: { request: OpenRequest }) => {
  const { row } = request
  const now = useNow()
  const holder = holderWords(row, now)
  const places = [municipalityName(row, request.revision), areaName(row.area), stationName(request.station)]
  return (
    <header class="request-top">
      <h2 id="request" tabIndex={-1}>
        {say('request.title', { reference: row.reference })}
      </h2>
      <DueLine row={row} now={now} recorded={request.closing?.recorded ?? false} />
      <Told row={row} now={now} />
      {holder && <p class="holder">{holder}</p>}
      <p class="request-where soft">
        {places.join(' · ')}
        {' · '}
        {say('request.received', { moment: momentWords(row.receivedAt, now) })}
      </p>
      <Marks marks={marksOf(row, true)} />
      <Handovers request={request} />
      {!row.verified && <p class="notice">{say('request.unverified')}</p>}
      {!row.finished && <Unfinished row={row} />}
    </header>
  )
}

export const RequestView = ({ request }: { request: OpenRequest }) => (
  <div class="request-view">
    <Heading request={request} />
    <div class="words">
      <OwnWords request={request} />
      <Flags request={request} />
    </div>
    <div class="side">
      <ContactCard request={request} />
      <Circumstances request={request} />
      <Notes request={request} />
    </div>
    <div class="matters">
      <Agreed request={request} />
      <NeedsMap request={request} />
    </div>
    <div class="rest">
      <FirstQuestions request={request} />
      <Attention request={request} />
      <Signal request={request} />
      <Advice request={request} />
      <Segment request={request} />
      <Answers request={request} />
      <Siblings request={request} />
      <Folded request={request} />
      <History request={request} />
    </div>
  </div>
)
