/** “Talk to a person”: numbers and hours without script, and with it a call request from every state. */
import { shortDay } from '#core/say/day.ts'
import { Call, Lines } from '../help/numbers.tsx'
import { GENERAL, linesOf } from '../help/phone-lines.ts'
import { useRoom } from '../state/context.ts'
import { hoursText } from '../words/format.ts'

export function Numbers() {
  const { speech, island } = useRoom()
  const { coordinatorPhone, station } = island.place
  const own = [
    { name: 'widget:human.coordinators', number: coordinatorPhone },
    { name: 'widget:human.station', number: station.phone },
  ]
  return (
    <>
      {own.every(({ number }) => number === null) && <p>{speech.t('widget:human.noPhone')}</p>}
      <ul class="lines">
        {own.map(({ name, number }) =>
          number === null ? null : (
            <li key={name}>
              <b>{speech.t(name, { station: station.name })}</b>
              <Call number={number} />
            </li>
          ),
        )}
      </ul>
      <Lines lines={linesOf(island.place).slice(0, GENERAL)} />
    </>
  )
}

export function Hours() {
  const { speech, island } = useRoom()
  const { station } = island.place
  // a page that is the same from every station has the hours of none
  if (!station.station) return null
  const rows = hoursText(speech, station.hours)
  return (
    <>
      <h3>{speech.t('widget:hours.title', { station: station.name })}</h3>
      <ul class="hours">
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
        {rows.length === 0 && <li>{speech.t('widget:hours.unknown')}</li>}
        {station.closures.map(({ from, to }) => (
          <li key={from}>
            {from === to
              ? speech.t('widget:hours.closedDay', { day: shortDay(speech, from) })
              : speech.t('widget:hours.closedDays', {
                  from: shortDay(speech, from),
                  to: shortDay(speech, to),
                })}
          </li>
        ))}
      </ul>
    </>
  )
}

type Props = { open: boolean; onOpen: (open: boolean) => void; onRequest?: (() => void) | undefined }

export function Human({ open, onOpen, onRequest }: Props) {
  const { speech } = useRoom()
  const toggle = ({ currentTarget }: { currentTarget: HTMLDetailsElement }) => {
    onOpen(currentTarget.open)
    // in a low window it is not pinned, and opens below what is seen
    if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
  }
  return (
    <details class="human" open={open} onToggle={toggle}>
      <summary>{speech.t('widget:human.open')}</summary>
      <div class="inside">
        {onRequest && (
          <button type="button" class="first" onClick={onRequest}>
            {speech.t('widget:human.request')}
          </button>
        )}
        <Numbers />
        <Hours />
      </div>
    </details>
  )
}
