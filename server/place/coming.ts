/** The coming working days, as an administrator looks over them: who calls in each area, and how many places are taken. */
import { onDuty, placesOf } from '../promise/calendar.ts'
import { addDays } from '../promise/local-time.ts'
import { isWorkingDay } from '../promise/working-day.ts'
import type { View } from '../store/store.ts'

const WEEKS = 4

/** `callers`: ids of persons; `used`: first attempts promised, of `places`. */
export type ComingDay = {
  day: string
  areas: { area: string; closed: boolean; callers: string[]; places: number; used: number }[]
}

export async function comingDays(view: View, today: string): Promise<ComingDay[]> {
  const last = addDays(today, WEEKS * 7 - 1)
  const areas = (await view.place.areas(today)).map(({ area }) => area)
  const used = await view.capacity.used(areas, today)
  const facts = new Map<string, Awaited<ReturnType<View['place']['callFacts']>>>()
  for (const area of areas) facts.set(area, await view.place.callFacts(area, today, last))
  const standing = (area: string, day: string) => {
    const of = facts.get(area) as NonNullable<ReturnType<typeof facts.get>>
    const closed = of.closures.some(
      ({ station, from_day, to_day }) => station === null && from_day <= day && day <= to_day,
    )
    return {
      ...{ area, closed },
      callers: closed ? [] : onDuty(of, day).map(({ person }) => person),
      places: closed ? 0 : placesOf(of, day),
      used: used.find((row) => row.area === area && row.day === day)?.used ?? 0,
    }
  }
  return Array.from({ length: WEEKS * 7 }, (_, ahead) => addDays(today, ahead))
    .filter(isWorkingDay)
    .map((day) => ({ day, areas: areas.map((area) => standing(area, day)) }))
}
