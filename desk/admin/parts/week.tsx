/** The hours of a week: each weekday its openings, none where it is shut. */
import { weekdayName } from '#core/say/day.ts'
import { say, speaker } from '../../words/words.ts'

export type WeekHours = { weekday: number; from: string; to: string }
type WeekProps = { id: string; open: readonly WeekHours[]; set(open: WeekHours[]): void }

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const textIn = (event: Event) => (event.currentTarget as HTMLInputElement).value

type TimeProps = { label: string; value: string; id: string; set(value: string): void }
const Time = ({ label, value, id, set }: TimeProps) => (
  <input
    id={id}
    type="time"
    aria-label={label}
    value={value}
    required
    onInput={(event) => set(textIn(event))}
  />
)

export function Week({ id, open, set }: WeekProps) {
  const change = (at: number, part: Partial<WeekHours>) =>
    set(open.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const inOrder = (all: WeekHours[]) =>
    all.sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))
  return (
    <ul class="week">
      {WEEKDAYS.map((weekday) => {
        const day = weekdayName(speaker(), weekday)
        const hours = open.map((one, index) => ({ one, index })).filter(({ one }) => one.weekday === weekday)
        return (
          <li key={weekday}>
            <span class="week-day">{day}</span>
            {hours.length === 0 && <span class="soft">{say('admin:week.shut')}</span>}
            {hours.map(({ one, index }) => (
              <span class="week-hours" key={index}>
                <Time
                  id={`${id}-${index}-from`}
                  label={say('admin:week.from', { day })}
                  value={one.from}
                  set={(from) => change(index, { from })}
                />
                <span aria-hidden="true">–</span>
                <Time
                  id={`${id}-${index}-to`}
                  label={say('admin:week.to', { day })}
                  value={one.to}
                  set={(to) => change(index, { to })}
                />
                <button
                  type="button"
                  class="button quiet"
                  aria-label={say('admin:week.removeFrom', { day })}
                  onClick={() => set(open.filter((_, at) => at !== index))}
                >
                  {say('admin:week.remove')}
                </button>
              </span>
            ))}
            <button
              type="button"
              class="button quiet"
              aria-label={say('admin:week.addTo', { day })}
              onClick={() => set(inOrder([...open, { weekday, from: '08:00', to: '16:00' }]))}
            >
              {say('admin:week.add')}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
