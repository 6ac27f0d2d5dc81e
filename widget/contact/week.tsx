/** Half-days of the week, each to be ticked: a timetable of five rows, narrow enough for 320 pixels. */
import { Fragment } from 'preact'
import { useId } from 'preact/hooks'
import { type HalfDay, NOON, OPENS, PARTS, WEEKDAYS } from '#core/request/half-day.ts'
import { halfDayName, weekdayName } from '#core/say/day.ts'
import { clock } from '#core/say/time.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  speech: Speech
  value: readonly HalfDay[]
  onValue: (value: HalfDay[]) => void
  error?: string | undefined
  /** when the calls of a day end (local `HH:MM`), where that is known */
  callBy?: string | undefined
}

/** From when until when; of an afternoon whose end is not known, only from when. */
function hoursText(speech: Speech, part: (typeof PARTS)[number], callBy: string | undefined) {
  const [from, to] = part === 'morning' ? [OPENS, NOON] : [NOON, callBy]
  const times = { from: clock(speech, from), ...(to && { to: clock(speech, to) }) }
  return speech.t(to ? 'widget:halfDay.hours' : 'widget:halfDay.from', times)
}

export function Week({ speech, value, onValue, error, callBy }: Props) {
  const id = useId()
  const tick = (half: HalfDay, ticked: boolean) =>
    onValue(ticked ? [...value, half] : value.filter((one) => one !== half))
  return (
    <fieldset
      data-wrong={error ? true : undefined}
      aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
    >
      <legend>{speech.t('widget:form.safeTimes')}</legend>
      <small id={`${id}-hint`}>{speech.t('widget:form.safeTimesHint')}</small>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="week">
        {PARTS.map((part) => (
          <span key={part} class={part}>
            <b>{speech.t(`widget:halfDay.${part}`)}</b> <small>{hoursText(speech, part, callBy)}</small>
          </span>
        ))}
        {WEEKDAYS.map((day) => (
          <Fragment key={day}>
            {/* each box is named by its day too */}
            <span aria-hidden="true">{weekdayName(speech, day)}</span>
            {PARTS.map((part) => (
              <label class="row" key={part}>
                <input
                  type="checkbox"
                  checked={value.includes(`${day}-${part}`)}
                  onChange={({ currentTarget }) => tick(`${day}-${part}`, currentTarget.checked)}
                />
                <span class="unseen">{halfDayName(speech, `${day}-${part}`)}</span>
              </label>
            ))}
          </Fragment>
        ))}
      </div>
    </fieldset>
  )
}
