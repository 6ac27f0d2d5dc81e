/** A whole request in the order in which a coordinator prepares a call: own words, situation, contact, everything else. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { useNow } from '../queue/clock.ts'
import { holderWords } from '../queue/hold.ts'
import { DueLine, Marks } from '../queue/row.tsx'
import { momentWords } from '../words/dates.ts'
import { areaName, municipalityName, stationName } from '../words/names.ts'
import { say } from '../words/words.ts'
import { Acts } from './acts.tsx'
import { Answers } from './answers.tsx'
import { ContactCard, SafetyNotice } from './contact-card.tsx'
import { History } from './history.tsx'
import { Notes } from './notes.tsx'
import { Advice, Attention, Folded, Segment } from './reasons.tsx'
import { Flags, Helpers, NeedsMap, OwnWords } from './situation.tsx'

const Heading = ({ request }: { request: OpenRequest }) => {
  const { row } = request
  const now = useNow()
  const holder = holderWords(row, now)
  return (
    <header class="request-top">
      <h2 id="request" tabIndex={-1}>
        {say('request.title', { reference: row.reference })}
      </h2>
      <DueLine row={row} now={now} />
      <p class="soft">
        {[municipalityName(row, request.revision), areaName(row.area), stationName(request.station)].join(
          ' · ',
        )}
        {' · '}
        {say('request.received', { moment: momentWords(row.receivedAt, now) })}
      </p>
      {holder && <p class="holder">{holder}</p>}
      <Marks row={row} />
      {!row.verified && <p class="notice">{say('request.unverified')}</p>}
    </header>
  )
}

/** On a narrow screen the contact stands after the situation: this jumps to it, and to the warnings beside it. */
const Jump = () => (
  <button type="button" class="button jump" onClick={() => document.getElementById('contact')?.focus()}>
    {say('request.toContact')}
  </button>
)

export const RequestView = ({ request }: { request: OpenRequest }) => (
  <div class="request-view">
    <Heading request={request} />
    <SafetyNotice contact={request.contact} />
    <Jump />
    <div class="situation">
      <OwnWords request={request} />
      <NeedsMap request={request} />
      <Flags request={request} />
      <Helpers request={request} />
    </div>
    <div class="side">
      <ContactCard request={request} />
      <Acts request={request} />
    </div>
    <div class="rest">
      <Answers request={request} />
      <Attention request={request} />
      <Segment request={request} />
      <Advice request={request} />
      <Folded request={request} />
      <Notes request={request} />
      <History request={request} />
    </div>
  </div>
)
