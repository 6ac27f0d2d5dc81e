/** A coordinator sets when and where a resident who comes by is met; it can be set again. */

import type { ActBody } from '#core/contract/acts.ts'
import type { Visit } from '#core/contract/callback.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { LIFE } from '#core/request/life.ts'
import { addDays, instantOf, localTime, weekdayOf } from '../promise/local-time.ts'
import { HORIZON_DAYS } from '../promise/promise.ts'
import { isShut } from '../promise/reception.ts'
import { refuse } from '../refusal.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Tx } from '../store/store.ts'
import { actOnHeld, asSeen } from './acting.ts'
import type { Coordinator, Deps } from './deps.ts'
import { meetAt } from './meeting.ts'

const wrong = (field: string) => refuse('invalid-field', { field })

/** A station whose hours nobody has written may be open on any working day, in what are office hours anywhere. */
const ANY = { opens: '07:00', closes: '20:00' }

/** @throws Refusal `/day`, `/from`, `/to`: outside the opening hours of the station */
async function mustBeOpen(tx: Tx, { station, day, from, to }: Visit): Promise<void> {
  const hours = (await tx.place.hours(day)).filter((open) => open.station === station)
  const open = hours.length === 0 ? [ANY] : hours.filter(({ weekday }) => weekday === weekdayOf(day))
  if (open.length === 0) wrong('/day')
  if (!open.some(({ opens, closes }) => opens <= from && from < closes)) wrong('/from')
  if (!open.some(({ opens, closes }) => opens <= from && to <= closes)) wrong('/to')
}

/** @throws Refusal `invalid-field`: `/way` of who does not come by, `/station`, `/day`, `/from`, `/to` */
async function mustBePossible(tx: Tx, row: RequestRow, visit: Visit, now: number): Promise<void> {
  const { day: today, time } = localTime(now)
  const { station, day, from, to } = visit
  if (!LIFE.visit.suits(tx.seal.summary(row))) wrong('/way')
  if (day < today || day > addDays(today, HORIZON_DAYS)) wrong('/day')
  const fact = await tx.place.station(station, day)
  if (fact?.area !== row.area) wrong('/station')
  const facts = await tx.place.callFacts(row.area, today, addDays(today, HORIZON_DAYS))
  if (isShut(facts, station, day)) wrong('/day')
  if (from >= to || (day === today && to <= time)) wrong('/to')
  await mustBeOpen(tx, visit)
}

/** The resident reads it with their code: that is the contact that was promised. @throws Refusal as above, and as every act */
export const visit = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  { version, ...asked }: ActBody<'visit'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'visit', async (tx, row, now) => {
    asSeen(row, version)
    await mustBePossible(tx, row, asked, now)
    const { day, from, to } = asked
    // set again after nobody came, it is what is tried next
    const again = row.attempts > 0 && { try_from: instantOf(day, from), try_until: instantOf(day, to) }
    return { ...meetAt(tx.seal, row, asked), ...again, first_attempt_at: row.first_attempt_at ?? now }
  })
