/** What somebody should hear of before residents notice it: the judge's findings, and days on which nobody calls. */
import { onDuty } from '../promise/calendar.ts'
import { addDays } from '../promise/local-time.ts'
import { isWorkingDay } from '../promise/working-day.ts'
import type { View } from '../store/store.ts'
import type { PlaceFault } from './judge/fault.ts'
import { judgePlace } from './judge/judge.ts'
import type { SpokenOf } from './spoken-of.ts'
import { readState } from './state.ts'

/** So far ahead is looked for days without duty. */
const AHEAD = 14

/** Working days of the next two weeks on which an area has nobody, though it is not closed. */
async function daysWithoutDuty({ place }: Pick<View, 'place'>, today: string): Promise<PlaceFault[]> {
  const last = addDays(today, AHEAD)
  const days = Array.from({ length: AHEAD + 1 }, (_, ahead) => addDays(today, ahead)).filter(isWorkingDay)
  const faults: PlaceFault[] = []
  for (const { area } of await place.areas(today)) {
    const facts = await place.callFacts(area, today, last)
    const isShut = (day: string) =>
      facts.closures.some(
        ({ station, from_day, to_day }) => station === null && from_day <= day && day <= to_day,
      )
    const alone = days.filter((day) => !isShut(day) && onDuty(facts, day).length === 0)
    if (alone.length > 0)
      faults.push({
        ...{ code: 'without-duty', of: `areas/${area}`, field: 'duty', days: alone },
        says: `Nobody calls in area ${area} on ${alone.join(', ')}: set the duty of somebody, or a substitute of who is away.`,
      })
  }
  return faults
}

export async function outlook(
  view: Pick<View, 'place' | 'placeTables'>,
  today: string,
  said: SpokenOf,
): Promise<PlaceFault[]> {
  const found = judgePlace(await readState(view, today), said)
  return [...found, ...(await daysWithoutDuty(view, today))]
}
