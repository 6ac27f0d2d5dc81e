/** The estimates of every area in one answer, so that asking reveals no answer of the resident. */
import { isDeepStrictEqual } from 'node:util'
import type { Static } from 'typebox'
import type { Promises, Services } from '#core/contract/promise.ts'
import type { Clock } from '../clock.ts'
import { refuse } from '../refusal.ts'
import type { Store, View } from '../store/store.ts'
import { calendarOf, callersOf } from './calendar.ts'
import { isHeld } from './held.ts'
import { addDays, localTime } from './local-time.ts'
import { HORIZON_DAYS, promise, safePromises } from './promise.ts'

export type EstimateDeps = {
  store: Store
  clock: Clock
  /** whom residents of an area may call besides, of the lines of the day */
  servicesFor?(lines: Awaited<ReturnType<View['place']['lines']>>, area: string, day: string): Services
}

/**
 * @param station the slug of the station the resident is on
 * @throws Refusal `not-found` when the organisation has no such station today
 */
export async function estimates(
  { store, clock, servicesFor = () => ({}) }: EstimateDeps,
  organisation: string,
  station: string,
): Promise<Static<typeof Promises>> {
  const now = clock.now()
  const { day: today } = localTime(now)
  return store.read(organisation, async (view) => {
    const here = await view.place.station(station, today)
    if (!here) return refuse('not-found')
    const areas = (await view.place.areas(today)).map(({ area }) => area)
    const dutyArea = await view.place.duty(today)
    const lines = await view.place.lines(today)
    const toCall = (area: string) => {
      const services = servicesFor(lines, area, today)
      return Object.keys(services).length > 0 ? { services } : {}
    }
    const told = { at: new Date(now).toISOString(), area: here.area, ...(dutyArea && { dutyArea }) }
    if (await isHeld(view))
      return { ...told, areas: areas.map((area) => ({ area, callers: [], safe: {}, ...toCall(area) })) }
    const taken = await view.capacity.used(areas, today)
    const answers: Static<typeof Promises>['areas'] = []
    for (const area of areas) {
      const facts = await view.place.callFacts(area, today, addDays(today, HORIZON_DAYS))
      const used = new Map(taken.filter((row) => row.area === area).map((row) => [row.day, row.used]))
      const estimate = (forReserve: boolean) => {
        const calendar = calendarOf(facts, station, used, { forReserve, now })
        return { ...promise(now, calendar), safe: safePromises(now, calendar) }
      }
      const [bound, reserve] = [estimate(false), estimate(true)]
      answers.push({
        area,
        ...bound,
        ...(isDeepStrictEqual(bound, reserve) ? {} : { reserve }),
        callers: bound.promise ? callersOf(facts, bound.promise.day) : [],
        ...toCall(area),
      })
    }
    return { ...told, areas: answers }
  })
}
