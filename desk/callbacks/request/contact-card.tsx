/** How and when to make contact. What could put the resident in danger is said before the number. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { ASKER, PROFESSIONAL } from '#core/flow/named.ts'
import { safeHalfDays, safeTimeOf } from '#core/request/half-day.ts'
import { factName, messageText, wayText, windowName, windowText } from '#core/say/contact.ts'
import { useNow } from '../../state/clock.ts'
import { answerTo } from '../../words/answers.ts'
import { halfDay, halfDaysWords, visitWords } from '../../words/dates.ts'
import { languageName, stationName } from '../../words/names.ts'
import { say, speaker } from '../../words/words.ts'
import { Phone } from './phone.tsx'
import { isUnsafeNow, SafetyNotice, warningsOf } from './safety.tsx'
import { Section } from './section.tsx'

type OpenContact = OpenRequest['contact']

const Fact = ({ name, value, strong }: { name: string; value: string | undefined; strong?: boolean }) =>
  value ? (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{strong ? <strong>{value}</strong> : value}</dd>
    </div>
  ) : null

/** Not said is not a danger, but it is not a yes either. */
const mayLeave = ({ mayLeaveMessage }: OpenContact) =>
  mayLeaveMessage === undefined ? say('contact.messageNotSaid') : messageText(speaker(), mayLeaveMessage)

/** Whom to call: the one who asks is the ordinary case and needs no words. */
const whom = (request: OpenRequest) => {
  const { contact } = request
  if (contact.whom !== 'near-one') return undefined
  if (answerTo(request, ASKER)?.value === PROFESSIONAL) return say('contact.client')
  return say(contact.theyKnow ? 'contact.nearOneKnows' : 'contact.nearOne')
}

/** The wished time of day, and that it is not now; where contact is not always safe, only when it is. */
function Window({ contact }: { contact: OpenContact }) {
  const safeTime = safeTimeOf(contact)
  return safeTime ? <SafeTimes contact={contact} /> : <WishedTime contact={contact} />
}

const SafeTimes = ({ contact }: { contact: OpenContact }) => (
  <Fact
    name={windowName(speaker(), contact.way)}
    value={halfDaysWords(safeHalfDays(contact)) || say('contact.safeWords')}
    strong
  />
)

function WishedTime({ contact }: { contact: OpenContact }) {
  const wished = contact.window ?? 'any'
  const isOther = wished !== 'any' && wished !== halfDay(useNow())
  const words = windowText(speaker(), wished)
  return (
    <Fact
      name={windowName(speaker(), contact.way)}
      value={isOther ? say('contact.otherTime', { window: words }) : words}
      strong={isOther}
    />
  )
}

/** Where the resident comes and when, or where they wished to come while no time is set. */
function Meeting({ request: { row, station } }: { request: OpenRequest }) {
  const now = useNow()
  return (
    <>
      <Fact name={say('contact.where')} value={stationName(row.visit?.station ?? station)} strong />
      <Fact
        name={say('contact.visit')}
        value={row.visit ? visitWords(row.visit, now) : say('visit.none')}
        strong
      />
    </>
  )
}

export const ContactCard = ({ request }: { request: OpenRequest }) => {
  const { contact, phone, row } = request
  const warnings = warningsOf(request)
  return (
    <Section title="section.contact" mood="card" id="contact">
      <SafetyNotice warnings={warnings} language={row.language} notNow={isUnsafeNow(request, useNow())} />
      <Phone request={request} warnings={warnings} />
      <dl class="facts">
        <Fact name={factName(speaker(), 'name')} value={contact.name} />
        <Fact name={say('contact.way')} value={wayText(speaker(), contact.way)} />
        <Window contact={contact} />
        {phone && <Fact name={factName(speaker(), 'message')} value={mayLeave(contact)} />}
        {contact.way === 'visit' && <Meeting request={request} />}
        <Fact name={say('contact.whom')} value={whom(request)} />
        <Fact name={say('contact.language')} value={languageName(row.language)} />
        <Fact name={factName(speaker(), 'interpreter')} value={contact.interpreter} strong />
      </dl>
    </Section>
  )
}
