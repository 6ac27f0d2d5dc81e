/** When it is tried next: what the rule of tries proposes, another of its times, or one that was agreed. */
import type { OpenRequest, TryTime } from '#core/contract/desk.ts'
import { instantIn } from '#core/say/time.ts'
import { Choice } from '../../../parts/choosing.tsx'
import { serverNow } from '../../../state/clock.ts'
import { localDay, promiseWords } from '../../../words/dates.ts'
import { say } from '../../../words/words.ts'
import { Field } from './fields.tsx'

/** `pick`: which of the offered times, counted from 0, or one of one's own. */
export type NextTold = { pick: string; day: string; from: string; by: string }
export const NO_NEXT: NextTold = { pick: '', day: '', from: '', by: '' }
const OWN = 'own'
/** Where no time is proposed one may be set later; where one is, a missed call is always planned. */
const LATER = 'later'

/** What stands chosen before anybody chose. */
const picked = ({ pick }: NextTold, offered: readonly TryTime[]) => pick || (offered.length > 0 ? '0' : LATER)

/** The time as it is sent, or that none is; `wrong` while one of one's own is not whole, or has gone by. */
export function nextOf(told: NextTold, { nextTries }: OpenRequest): TryTime | undefined | 'wrong' {
  const which = picked(told, nextTries)
  if (which === LATER) return undefined
  if (which !== OWN) return nextTries[Number(which)]
  const { day, from, by } = told
  if (day === '' || from === '' || from >= by) return 'wrong'
  return instantIn(day, by) > serverNow() ? { day, from, by } : 'wrong'
}

const stampOf = ({ day, from }: TryTime) => `${day} ${from}`
/** By their places as offered, in the order of time: the one that is proposed stands chosen where its time is. */
const inTime = (offered: readonly TryTime[]): string[] =>
  offered
    .map((time, index) => ({ id: String(index), at: stampOf(time) }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ id }) => id)

const offeredWords = (time: TryTime) => promiseWords({ ...time, until: '' })

type Props = { request: OpenRequest; told: NextTold; tell(part: Partial<NextTold>): void }

export function NextTry({ request: { nextTries, row }, told, tell }: Props) {
  const which = picked(told, nextTries)
  return (
    <>
      {row.safeTime === 'words' && <p class="notice">{say('attempt.nextWords')}</p>}
      <Choice
        name="next"
        legend={say('attempt.next')}
        ids={[...(nextTries.length > 0 ? inTime(nextTries) : [LATER]), OWN]}
        label={(id) => {
          const time = nextTries[Number(id)]
          return time ? offeredWords(time) : say(id === OWN ? 'attempt.nextOwn' : 'attempt.nextLater')
        }}
        value={which}
        pick={(id) => tell({ pick: id })}
      />
      {which === OWN && (
        <div class="fields">
          <Field
            label="attempt.nextDay"
            type="date"
            value={told.day}
            min={localDay(serverNow())}
            set={(day) => tell({ day })}
          />
          <Field label="attempt.nextFrom" type="time" value={told.from} set={(from) => tell({ from })} />
          <Field label="attempt.nextBy" type="time" value={told.by} set={(by) => tell({ by })} />
        </div>
      )}
    </>
  )
}
