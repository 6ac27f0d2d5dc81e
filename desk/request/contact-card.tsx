/** How and when to make contact. What could put the resident in danger is said before the number. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { Icon } from '../parts/icon.tsx'
import { phoneWords } from '../words/phone.ts'
import { say } from '../words/words.ts'
import { Section } from './section.tsx'

type Contact = OpenRequest['contact']

/** Warnings in the order of weight; empty when there is nothing to mind. */
function warnings(contact: Contact): string[] {
  const unsafe = contact.safeToCall === false
  return [
    ...(unsafe
      ? [contact.safeWhen ? say('safety.when', { when: contact.safeWhen }) : say('safety.unsafe')]
      : []),
    ...(contact.mayLeaveMessage === false ? [say('safety.noMessage')] : []),
    ...(contact.way === 'shared-phone' ? [say('safety.sharedPhone')] : []),
    ...(contact.whom === 'near-one' && contact.theyKnow === false ? [say('safety.theyDoNotKnow')] : []),
  ]
}

/** Stands at the top of the request and again beside the number: nobody calls without having passed it. */
export const SafetyNotice = ({ contact, near = false }: { contact: Contact; near?: boolean }) => {
  const all = warnings(contact)
  if (all.length === 0) return null
  return (
    <div class="safety" role="note" aria-label={say(near ? 'safety.labelNear' : 'safety.label')}>
      <Icon shape="overdue" />
      <ul>
        {all.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

const Fact = ({ name, value }: { name: string; value: string | undefined }) =>
  value ? (
    <div class="fact">
      <dt>{say(name)}</dt>
      <dd>{value}</dd>
    </div>
  ) : null

/** Not said is not a danger, but it is not a yes either. */
const mayLeave = ({ mayLeaveMessage }: Contact) =>
  say(
    mayLeaveMessage === undefined
      ? 'contact.messageNotSaid'
      : mayLeaveMessage
        ? 'contact.mayLeave'
        : 'contact.mayNotLeave',
  )

const whom = ({ whom: who, theyKnow }: Contact) => {
  if (who !== 'near-one') return undefined
  return say(
    theyKnow === undefined
      ? 'contact.nearOne'
      : theyKnow
        ? 'contact.nearOneKnows'
        : 'contact.nearOneDoesNotKnow',
  )
}

const PhoneLink = ({ phone, way }: { phone: string; way: Contact['way'] }) => (
  <a class="phone" href={way === 'text' ? `sms:${phone}` : `tel:${phone}`}>
    <Icon shape="phone" />
    <span class="unseen">{say(way === 'text' ? 'contact.textTo' : 'contact.callTo')} </span>
    {phoneWords(phone)}
  </a>
)

export const ContactCard = ({ request }: { request: OpenRequest }) => {
  const { contact, phone } = request
  return (
    <Section title="section.contact" mood="card" id="contact">
      <SafetyNotice contact={contact} near />
      {phone && <PhoneLink phone={phone} way={contact.way} />}
      {!phone && <p>{say(contact.way === 'visit' ? 'contact.visits' : 'contact.noPhone')}</p>}
      <dl class="facts">
        <Fact name="contact.name" value={contact.name} />
        <Fact name="contact.way" value={say(`way.${contact.way}`)} />
        <Fact name="contact.window" value={say(`window.${contact.window ?? 'any'}`)} />
        {phone && <Fact name="contact.message" value={mayLeave(contact)} />}
        <Fact name="contact.whom" value={whom(contact)} />
        <Fact name="contact.interpreter" value={contact.interpreter} />
      </dl>
    </Section>
  )
}
