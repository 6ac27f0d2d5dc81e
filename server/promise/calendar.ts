/** The calendar of an area and a station, from the dated tables. */
import type { Heavy } from '#core/request/choices.ts'
import type { CallFacts } from '../store/place.ts'
import { addDays, localTime, minutesOf } from './local-time.ts'
import type { Calendar, CallHours } from './promise.ts'

type Dated = { valid_from: string; valid_to: string | null }
const holds = (row: Dated, day: string) =>
  row.valid_from <= day && (row.valid_to === null || day < row.valid_to)

export type OnDuty = Pick<CallFacts['staff'][number], 'person' | 'first_name' | 'title'>

/** Who calls on a day: the area's own coordinators; for each absent one who stands in by name, else a substitute who is there. */
export function onDuty({ staff, absences, standIns }: CallFacts, day: string): OnDuty[] {
  const absenceOf = (person: string) =>
    absences.find((absence) => absence.person === person && absence.from_day <= day && day <= absence.to_day)
  const isThere = (person: string) => absenceOf(person) === undefined
  const valid = staff.filter((row) => holds(row, day))
  const own = valid.filter(({ kind }) => kind === 'own')
  const present = own.filter(({ person }) => isThere(person))
  const named = own
    .map(({ person }) => absenceOf(person)?.substitute)
    .filter((substitute) => !present.some(({ person }) => person === substitute))
    .flatMap((substitute): OnDuty[] =>
      standIns.filter(({ person }) => person === substitute && isThere(person)),
    )
  const standing = [...new Set(named)]
  const others = valid.filter(
    ({ kind, person }) =>
      kind === 'substitute' && isThere(person) && !standing.some((one) => one.person === person),
  )
  return [...present, ...standing, ...others.slice(0, own.length - present.length - standing.length)]
}

/** The same as a resident may know them. */
export const callersOf = (facts: CallFacts, day: string): { firstName: string; title: string }[] =>
  onDuty(facts, day).map(({ first_name, title }) => ({ firstName: first_name, title }))

/** How many first attempts can be promised for a day in all. */
export function placesOf(facts: CallFacts, day: string): number {
  const area = facts.areas.find((row) => holds(row, day))
  return area ? area.capacity * onDuty(facts, day).length : 0
}

/** The calling hours of the area on a day, whether or not it is a working day. */
export function hoursOn(facts: CallFacts, day: string): CallHours | undefined {
  const area = facts.areas.find((row) => holds(row, day))
  return area && { cutOff: area.cut_off, callBy: area.call_by }
}

/** How many places of a day a request takes: two where the area says so of anything that it is. */
export function placesTaken(facts: CallFacts, day: string, heavy: readonly Heavy[]): number {
  const said = facts.areas.find((row) => holds(row, day))?.heavy
  const counted = said ? (JSON.parse(said) as Heavy[]) : []
  return heavy.some((one) => counted.includes(one)) ? 2 : 1
}

/** So long before the cut-off of a day what is left of its reserve is anybody's. */
const FREE_MINUTES = 60

/** How many of a day's places are kept for those who say that it is today, or told of danger. */
export const reserveOf = (facts: CallFacts, day: string): number =>
  facts.areas.find((row) => holds(row, day))?.reserve ?? 0

/** How many of them are not for everybody now. */
function keptNow(facts: CallFacts, day: string, now: number): number {
  const kept = reserveOf(facts, day)
  if (kept === 0) return 0
  const { day: today, time } = localTime(now)
  const isFree =
    day === today && minutesOf(hoursOn(facts, day)?.cutOff ?? time) - minutesOf(time) <= FREE_MINUTES
  return isFree ? 0 : kept
}

/** So far may the places of a day be taken by one for whom the reserve is kept, or by anybody else. */
export const limitOf = (facts: CallFacts, day: string, { forReserve, now }: ForWhom): number =>
  placesOf(facts, day) - (forReserve ? 0 : keptNow(facts, day, now))

/** `forReserve`: one for whom the reserve is kept. `now`: epoch milliseconds. */
export type ForWhom = { forReserve: boolean; now: number }
const mostOf = (facts: CallFacts, today: string, days: number): number =>
  Math.max(...Array.from({ length: days }, (_, ahead) => placesOf(facts, addDays(today, ahead))))
const WEEK = 7
/**
 * What an area can promise for an ordinary day: the most of the coming week, so that a day off or an absence does not make it small;
 * of a week without anybody the most of all days that can be promised. 0: nobody calls on any of them.
 */
export const placesOfDay = (facts: CallFacts, today: string, horizon: number): number => {
  const most = mostOf(facts, today, WEEK) || mostOf(facts, today, horizon)
  // a reserve as large as the day leaves one to give, when it ends
  return most === 0 ? 0 : Math.max(1, most - reserveOf(facts, today))
}

/**
 * @param station the one the resident came from: its own closures count, unless another station serves instead
 * @param used places taken, by day
 */
export function calendarOf(
  facts: CallFacts,
  station: string,
  used: ReadonlyMap<string, number>,
  asker: ForWhom,
): Calendar {
  return {
    closures: facts.closures
      .filter(
        (closure) => closure.station === null || (closure.station === station && closure.substitute === null),
      )
      .map(({ from_day, to_day }) => ({ from: from_day, to: to_day })),
    hours: (day) => hoursOn(facts, day),
    room: (day) => limitOf(facts, day, asker) - (used.get(day) ?? 0),
  }
}
