/** The coming weeks at a glance: who calls in each area on each day, and how much of the day is promised. */
import { useEffect } from 'preact/hooks'
import type { PlaceCalendar } from '#core/contract/administration.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { areaName, dayName, personName } from '../parts/names.ts'
import { admin, readCalendar } from '../state/admin.ts'

type Day = PlaceCalendar['days'][number]
type Standing = Day['areas'][number]

const callersWords = ({ closed, callers }: Standing): string => {
  if (closed) return say('admin:calendar.closed')
  return callers.length > 0 ? callers.map(personName).join(', ') : say('admin:calendar.nobody')
}

const Cell = (standing: Standing) => {
  const { area, closed, callers, used, places } = standing
  const isMissing = !closed && callers.length === 0
  return (
    <li class={isMissing || used > places ? 'day-area short' : 'day-area'}>
      <span class="soft">{areaName(area)}</span>
      <span>{callersWords(standing)}</span>
      {(places > 0 || used > 0) && (
        <span class="soft">{say('admin:calendar.used', { count: used, places })}</span>
      )}
    </li>
  )
}

export function CalendarPage() {
  const days = useStore(admin, (state) => state.calendar)
  // what is changed elsewhere on these pages changes the days too
  const place = useStore(admin, (state) => state.place)
  useEffect(() => void readCalendar(), [place])
  return (
    <div class="listed">
      <p class="soft">{say('admin:calendar.intro')}</p>
      {!days && <p class="soft">{say('admin:loading')}</p>}
      <ol class="days">
        {days?.map(({ day, areas }) => (
          <li key={day} data-day={day}>
            <h3>{dayName(day)}</h3>
            <ul class="day-areas">
              {areas.map((standing) => (
                <Cell key={standing.area} {...standing} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  )
}
