/** What could put the resident in danger when contact is made, and the deliberate step that stands before the number. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { GIVEN, PERMISSION } from '#core/flow/named.ts'
import { isAfraid } from '#core/queue/afraid.ts'
import { CLOSES, type HalfDay, halfDayOf, hoursOf, NOON, safeHalfDays } from '#core/request/half-day.ts'
import { localTime } from '#core/say/time.ts'
import { Icon } from '../../parts/icon.tsx'
import { session } from '../../state/session.ts'
import { answerTo } from '../../words/answers.ts'
import { halfDaysWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'

export type Warning = {
  id: string
  text: string
  /** the resident’s own words, as they were written */
  quote?: string | undefined
  /** the number is shown only after this has been read */
  holds?: boolean
}

const isWithoutPermission = (request: OpenRequest) => {
  const answer = answerTo(request, PERMISSION)
  return answer !== undefined && answer.value !== GIVEN
}

function callWarnings(request: OpenRequest): Warning[] {
  const { safeToCall, safeWhen } = request.contact
  const halves = safeHalfDays(request.contact)
  if (halves.length > 0) {
    const key = safeWhen ? 'safety.onlyTimesAndWords' : 'safety.onlyTimes'
    return [
      {
        id: `onlyTimes-${halves.join()}`,
        text: say(key, { times: halfDaysWords(halves) }),
        quote: safeWhen,
        holds: true,
      },
    ]
  }
  if (safeToCall === false && safeWhen)
    return [{ id: 'onlyWhen', text: say('safety.onlyWhen'), quote: safeWhen, holds: true }]
  if (safeToCall === false) return [{ id: 'unsafe', text: say('safety.unsafe'), holds: true }]
  // Not said is not safe: one who is afraid at home may not have come to say when a call is safe.
  if (isAfraid(request) && !safeToCall) return [{ id: 'afraid', text: say('safety.afraid'), holds: true }]
  return []
}

/** What was agreed of a phone that others answer too; of one that is the resident’s own again, nothing of it holds. */
const sharedPhone = (ifOther: OpenRequest['contact']['ifOther']): Warning[] => [
  ifOther
    ? { id: 'ifOther', text: say(`safety.ifOther.${ifOther}`) }
    : { id: 'sharedPhone', text: say('safety.sharedPhone') },
]

/** Warnings in the order of weight; empty when there is nothing to mind. */
export function warningsOf(request: OpenRequest): Warning[] {
  const { mayLeaveMessage, way, theyKnow, ifOther } = request.contact
  const held = request.siblings.find(
    (one) => one.status === 'taken' && one.takenBy && one.takenBy.id !== session.get().me?.id,
  )
  const told = (id: string, holds: boolean) => (holds ? [{ id, text: say(`safety.${id}`) }] : [])
  return [
    ...callWarnings(request),
    // the call of this one reaches the other's phone too
    ...(request.folded.some(({ safeTime }) => safeTime)
      ? [{ id: 'folded', text: say('safety.folded'), holds: true }]
      : []),
    // two would call one person
    ...(held
      ? [{ id: `held-${held.id}`, text: say('safety.heldBeside', { name: held.takenBy?.firstName ?? '' }) }]
      : []),
    ...told('noMessage', mayLeaveMessage === false),
    ...(way === 'shared-phone' ? sharedPhone(ifOther) : []),
    ...told('theyDoNotKnow', theyKnow === false),
    ...told('noPermission', isWithoutPermission(request)),
  ]
}

/** Half-days were chosen, and this moment is in none of them. The hours of today's window are the promise's own. */
export function isUnsafeNow({ contact, row: { promise } }: OpenRequest, now: number): boolean {
  const halves = safeHalfDays(contact)
  const [day, time] = localTime(now)
  const callBy = promise?.from === NOON ? promise.by : CLOSES
  const isIn = (half: HalfDay) => {
    const { weekday, part } = halfDayOf(half)
    const hours = weekday === new Date(`${day}T12:00:00Z`).getUTCDay() ? hoursOf(part, callBy) : undefined
    return hours !== undefined && hours.from <= time && time < hours.by
  }
  return halves.length > 0 && !halves.some(isIn)
}

export const SAFETY_ID = 'safety'

type Props = {
  warnings: Warning[]
  language: string
  /** it is not a safe time now */
  notNow: boolean
}

/** Stands directly above the number: nobody calls without having passed it. */
export const SafetyNotice = ({ warnings, language, notNow }: Props) => {
  if (warnings.length === 0) return null
  return (
    <div class="safety" role="note" id={SAFETY_ID} aria-label={say('safety.label')}>
      <Icon shape="overdue" />
      <ul>
        {notNow && <li>{say('safety.notNow')}</li>}
        {warnings.map(({ id, text, quote }) => (
          <li key={id}>
            {text}
            {quote && (
              <q class="safe-when" lang={language} dir="auto">
                {quote}
              </q>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
