/** Who calls, and how many places they make: of all areas together, because small ones are told of together. Pure. */
import type { Staffing } from '#core/contract/what-if.ts'
import { hoursOn, onDuty, placesOf, reserveOf } from '../../promise/calendar.ts'
import { addDays } from '../../promise/local-time.ts'
import type { CallFacts } from '../../store/place.ts'

/** The facts of each area. */
export type FactsOfAreas = ReadonlyMap<string, CallFacts>
type Closures = CallFacts['closures']

/** What stays as it is, whatever is asked. */
export type UnchangedPlace = {
  reserve: number
  /** places of an ordinary day, by area */
  places: ReadonlyMap<string, number>
  closures: Closures
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
/** Where nobody calls yet. */
const NO_HOURS = { cutOff: '12:00', callBy: '16:00' }
const WEEK = 7

/** An absence or a day off does not make an ordinary day small: it is the one of the coming week with the most places. */
function ordinaryDay(facts: FactsOfAreas, today: string): string {
  const placesOn = (day: string) => sum([...facts.values()].map((of) => placesOf(of, day)))
  const days = Array.from({ length: WEEK }, (_, ahead) => addDays(today, ahead))
  return days.reduce((best, day) => (placesOn(day) > placesOn(best) ? day : best), today)
}

/** Hours may differ between areas: those of the most places. */
function hoursOf(facts: FactsOfAreas, day: string) {
  const sizes = new Map<string, { places: number; hours: NonNullable<ReturnType<typeof hoursOn>> }>()
  for (const of of facts.values()) {
    const hours = hoursOn(of, day)
    if (!hours) continue
    const name = `${hours.cutOff} ${hours.callBy}`
    sizes.set(name, { places: (sizes.get(name)?.places ?? 0) + placesOf(of, day), hours })
  }
  const [most] = [...sizes.values()].sort((one, other) => other.places - one.places)
  return most?.hours ?? NO_HOURS
}

/** The staffing of an ordinary day now. */
export function staffingNow(
  facts: FactsOfAreas,
  today: string,
): { staffing: Staffing; place: Omit<UnchangedPlace, 'closures'> } {
  const day = ordinaryDay(facts, today)
  const people = new Set([...facts.values()].flatMap((of) => onDuty(of, day).map(({ person }) => person)))
    .size
  const places = new Map([...facts].map(([area, of]) => [area, placesOf(of, day)]))
  const all = sum([...places.values()])
  return {
    staffing: {
      people,
      attempts: people === 0 ? 0 : Math.round((10 * all) / people) / 10,
      ...hoursOf(facts, day),
    },
    place: { reserve: sum([...facts.values()].map((of) => reserveOf(of, day))), places },
  }
}

/** First attempts that can be promised for an ordinary day. */
export const placesWith = ({ people, attempts }: Pick<Staffing, 'people' | 'attempts'>): number =>
  Math.round(people * attempts)

/** The part of the places that is there on a day: where an area is closed, its people do not call. */
function openShare({ places, closures }: UnchangedPlace, day: string): number {
  const isClosed = (area: string) =>
    closures.some(
      (closure) =>
        closure.station === null &&
        (closure.area ?? area) === area &&
        closure.from_day <= day &&
        day <= closure.to_day,
    )
  const all = sum([...places.values()])
  const open = sum([...places].map(([area, count]) => (isClosed(area) ? 0 : count)))
  return all === 0 ? 1 : open / all
}

const OF_ALL = { organisation: '', area: '' }

/** The same facts that a request is promised by, as if everybody worked in one area: from a day to another. */
export function factsWith(staffing: Staffing, place: UnchangedPlace, from: string, to: string): CallFacts {
  const places = placesWith(staffing)
  const row = (day: string, until: string | null, share: number): CallFacts['areas'][number] => ({
    ...{ ...OF_ALL, valid_from: day, valid_to: until, name: '', phone: null, heavy: null },
    ...{ cut_off: staffing.cutOff, call_by: staffing.callBy },
    ...{ capacity: Math.round(places * share), reserve: Math.floor(place.reserve * share) },
  })
  const areas: CallFacts['areas'] = []
  const closures: Closures = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const share = openShare(place, day)
    if (share === 0)
      closures.push({
        ...OF_ALL,
        closure: day,
        station: null,
        area: null,
        from_day: day,
        to_day: day,
        substitute: null,
        reason: null,
      })
    else if (share < 1) areas.push(row(day, addDays(day, 1), share))
  }
  const caller = {
    person: 'all',
    kind: 'own' as const,
    valid_from: from,
    valid_to: null,
    first_name: '',
    title: '',
  }
  return { areas: [...areas, row(from, null, 1)], closures, staff: [caller], absences: [], standIns: [] }
}
