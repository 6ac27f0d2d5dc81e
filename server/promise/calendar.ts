/** The calendar of an area and a station, from the dated tables. */
import type { CallFacts } from '../store/place.ts'
import type { Calendar } from './promise.ts'

type Dated = { valid_from: string; valid_to: string | null }
const holds = (row: Dated, day: string) =>
  row.valid_from <= day && (row.valid_to === null || day < row.valid_to)

export type OnDuty = CallFacts['staff'][number]

/** Who calls on a day: the area's own coordinators; for each absent one a substitute who is there. */
export function onDuty({ staff, absences }: CallFacts, day: string): OnDuty[] {
  const isThere = (person: string) =>
    !absences.some((absence) => absence.person === person && absence.from_day <= day && day <= absence.to_day)
  const valid = staff.filter((row) => holds(row, day))
  const own = valid.filter(({ kind }) => kind === 'own')
  const present = own.filter(({ person }) => isThere(person))
  const substitutes = valid.filter(({ kind, person }) => kind === 'substitute' && isThere(person))
  return [...present, ...substitutes.slice(0, own.length - present.length)]
}

/** The same as a resident may know them. */
export const callersOf = (facts: CallFacts, day: string): { firstName: string; title: string }[] =>
  onDuty(facts, day).map(({ first_name, title }) => ({ firstName: first_name, title }))

/** How many first attempts can be promised for a day in all. */
export function placesOf(facts: CallFacts, day: string): number {
  const area = facts.areas.find((row) => holds(row, day))
  return area ? area.capacity * onDuty(facts, day).length : 0
}

/**
 * @param station the one the resident came from: its own closures count, unless another station serves instead
 * @param used places taken, by day
 */
export function calendarOf(facts: CallFacts, station: string, used: ReadonlyMap<string, number>): Calendar {
  return {
    closures: facts.closures
      .filter(
        (closure) => closure.station === null || (closure.station === station && closure.substitute === null),
      )
      .map(({ from_day, to_day }) => ({ from: from_day, to: to_day })),
    hours(day) {
      const area = facts.areas.find((row) => holds(row, day))
      return area && { cutOff: area.cut_off, callBy: area.call_by }
    },
    room: (day) => placesOf(facts, day) - (used.get(day) ?? 0),
  }
}
