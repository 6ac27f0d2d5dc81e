/** Ways on, side by side and of equal weight: call now, book in the web, be called. */
import type { ComponentChildren } from 'preact'
import type { Place, Station } from '#core/contract/content.ts'
import type { Answers } from '#core/flow/definition.ts'
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

function Opened({ station, speech }: { station: Station; speech: Speech }) {
  const { place } = useRoom().island
  const now = useNow()
  // while the time is not known, the hours themselves say enough
  if (!now && station.hours.length > 0)
    return <p class="opening">{hoursText(speech, station.hours).join(', ')}</p>
  const opening = now && openingOf(station, place, now)
  return <p class={opening?.open ? 'opening is-open' : 'opening'}>{openingText(speech, place, opening)}</p>
}

function Way({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <li class="way">
      <h4>{title}</h4>
      {children}
    </li>
  )
}

function Link({ href, children }: { href: string; children: ComponentChildren }) {
  const { speech } = useRoom()
  return (
    <a class="button" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="unseen"> {speech.t('widget:foot.newTab')}</span>
    </a>
  )
}

type WayProps = { station: Station; speech: Speech }

function CallNow({ station, speech }: WayProps) {
  const { coordinatorPhone } = useRoom().island.place
  const numbers = [station.phone, coordinatorPhone].filter((number) => number !== null)
  return (
    <Way title={speech.t('widget:three.call')}>
      <p>{station.name}</p>
      <Opened station={station} speech={speech} />
      {numbers.map((number) => (
        <a key={number} class="button" href={dial(number)}>
          {number}
        </a>
      ))}
      {numbers.length === 0 &&
        (station.page ? (
          <>
            <p>{speech.t('widget:three.numberElsewhere')}</p>
            <Link href={station.page}>{speech.t('widget:three.numberPage')}</Link>
          </>
        ) : (
          <p>{speech.t('widget:three.noNumber')}</p>
        ))}
    </Way>
  )
}

function Book({ station, speech }: WayProps) {
  const { eBooking, page } = station
  const address = eBooking ?? page
  return (
    <Way title={speech.t('widget:three.book')}>
      <p>{speech.t(eBooking ? 'widget:three.bookText' : 'widget:three.bookPageText')}</p>
      {address && (
        <Link href={address}>{speech.t(eBooking ? 'widget:three.bookLink' : 'widget:three.bookPage')}</Link>
      )}
    </Way>
  )
}

type CallBackProps = { speech: Speech; estimate?: Estimate | undefined; onRequest?: () => void }

function CallBack({ speech, estimate, onRequest }: CallBackProps) {
  return (
    <Way title={speech.t('widget:offer.title')}>
      <p>{offerText(speech, estimate)}</p>
      <button type="button" class="first" onClick={onRequest}>
        {speech.t('widget:offer.ask')}
      </button>
    </Way>
  )
}

type Props = CallBackProps & {
  /** key of the heading */
  title: string
  answers: Answers
  /** where being called stands among them: first where a person is offered, for the text above has just spoken of it */
  called?: 'first' | 'last' | undefined
  /** in danger nobody books a time */
  booking: boolean
}

export function Ways({ title, answers, called, booking, ...offer }: Props) {
  const { speech } = offer
  const station = ownStation(useRoom().island.place, answers)
  return (
    <section class="three" aria-labelledby="three">
      <h3 id="three">{speech.t(`widget:${title}`)}</h3>
      <ul>
        {called === 'first' && <CallBack {...offer} />}
        <CallNow station={station} speech={speech} />
        {booking && <Book station={station} speech={speech} />}
        {called === 'last' && <CallBack {...offer} />}
      </ul>
    </section>
  )
}
