/** Other ways on, as quiet rows: call now, book in the web, be called. What is suggested first stands above them, and is no row. */
import type { ComponentChildren } from 'preact'
import type { Place, Station } from '#core/contract/content.ts'
import type { Answers } from '#core/flow/definition.ts'
import { siteOf } from '#core/say/link.ts'
import { clock, dayAndTime } from '#core/say/time.ts'
import type { Estimate } from '../net/promises.ts'
import { useRoom } from '../state/context.ts'
import { useNow } from '../state/use-now.ts'
import { dial, hoursText } from '../words/format.ts'
import { offerText } from '../words/promised.ts'
import type { Speech } from '../words/speech.ts'
import { type Opening, openingOf } from './opening.ts'
import { ownStation } from './stations.ts'

/** “Open now, closes at 16” or when it opens next; `undefined` when the hours are not known. */
export function openingText(speech: Speech, place: Place, opening: Opening | undefined): string {
  if (!opening) return speech.t('widget:hours.unknown')
  if (opening.open) return speech.t('widget:opening.open', { time: clock(speech, opening.closes) })
  const { opens, substitute } = opening
  const serves = place.stations.find(({ station }) => station === substitute)?.name
  const when = opens
    ? speech.t(opens.today ? 'widget:opening.today' : 'widget:opening.next', {
        time: clock(speech, opens.time),
        when: dayAndTime(speech, opens.day, opens.time),
      })
    : speech.t('widget:opening.closed')
  return serves ? `${when} ${speech.t('widget:opening.substitute', { station: serves })}` : when
}

type WayProps = { station: Station; speech: Speech }

function Opened({ station, speech }: WayProps) {
  const { place } = useRoom().island
  const now = useNow()
  // while the time is not known, the hours themselves say enough
  if (!now && station.hours.length > 0)
    return <span class="opening">{hoursText(speech, station.hours).join(', ')}</span>
  const opening = now && openingOf(station, place, now)
  return (
    <span class={opening?.open ? 'opening is-open' : 'opening'}>{openingText(speech, place, opening)}</span>
  )
}

/** A page of another site opens beside the conversation. */
function Outside({ href, title, children }: { href: string; title: string; children: ComponentChildren }) {
  const { speech } = useRoom()
  return (
    <a class="way" href={href} target="_blank" rel="noopener noreferrer">
      <b>{title}</b>
      <span class="unseen"> {speech.t('widget:foot.newTab')}</span>
      <small>{children}</small>
    </a>
  )
}

/** The numbers of the station; where none is verified, the page on which it stands: a way without a number does not pretend to have one. */
function CallNow({ station, speech }: WayProps) {
  const { coordinatorPhone } = useRoom().island.place
  const numbers = [...new Set([station.phone, coordinatorPhone])].filter((number) => number !== null)
  const about = (
    <>
      {station.name} <Opened station={station} speech={speech} />
    </>
  )
  if (numbers.length > 0)
    return numbers.map((number) => (
      <li key={number}>
        <a class="way" href={dial(number)}>
          <b>
            {speech.t('widget:three.call')} <span dir="ltr">{number}</span>
          </b>
          <small>{about}</small>
        </a>
      </li>
    ))
  return (
    <li>
      {station.page ? (
        <Outside href={station.page} title={speech.t('widget:three.contacts')}>
          {about} {speech.t('widget:three.numberOn', { site: siteOf(station.page) })}
        </Outside>
      ) : (
        <p class="way">
          {speech.t('widget:three.contacts')}
          <small>
            {about} {speech.t('widget:three.noNumber')}
          </small>
        </p>
      )}
    </li>
  )
}

function Book({ station: { eBooking, page }, speech }: WayProps) {
  const address = eBooking ?? page
  if (!address) return null
  return (
    <li>
      <Outside href={address} title={speech.t('widget:three.book')}>
        {speech.t(eBooking ? 'widget:three.bookText' : 'widget:three.bookPageText')}
      </Outside>
    </li>
  )
}

type Props = {
  speech: Speech
  /** key of the heading */
  title: string
  answers: Answers
  /** in danger nobody books a time */
  booking: boolean
  estimate?: Estimate | undefined
  /** being called is one of these ways; absent where it stands above them, or is not offered */
  onRequest?: (() => void) | undefined
}

export function Ways({ title, answers, booking, speech, estimate, onRequest }: Props) {
  const station = ownStation(useRoom().island.place, answers)
  return (
    <section class="three" aria-labelledby="three">
      <h3 id="three">{speech.t(`widget:${title}`)}</h3>
      <ul>
        {onRequest && (
          <li>
            <button type="button" class="way" aria-describedby="when" onClick={onRequest}>
              <b>{speech.t('widget:offer.ask')}</b>
            </button>
            <small id="when">{offerText(speech, estimate)}</small>
          </li>
        )}
        <CallNow station={station} speech={speech} />
        {booking && <Book station={station} speech={speech} />}
      </ul>
    </section>
  )
}
