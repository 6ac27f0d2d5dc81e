/** What a change of the place would touch, before it is made: counts by area and day, and what residents would be promised then. */
import type { CallPromise } from '#core/contract/promise.ts'
import { calendarOf, placesOf } from '../promise/calendar.ts'
import { isHeld } from '../promise/held.ts'
import { addDays, instantOf, localTime } from '../promise/local-time.ts'
import { calls, HORIZON_DAYS, promise } from '../promise/promise.ts'
import type { Tx, View } from '../store/store.ts'
import { type PlaceDeps, Rehearsed } from './change.ts'
import type { PlaceFault } from './judge/fault.ts'
import { outlook } from './outlook.ts'

/** On a day that is not today residents are promised as they would be at this hour. */
const MORNING = '08:00'

type AskedOn = { now: number; day: string; station?: string | undefined }
export type AreaPromise = { area: string; promise?: CallPromise }
export type Preview = {
  day: string
  /** `requests` are promised for the day and not yet called; `places`: so many it still has, 0: nobody calls */
  touched: { area: string; day: string; requests: number; places: number }[]
  promises: { area: string; before?: CallPromise; after?: CallPromise }[]
}

/** The instant at which somebody asks on a day. */
const askedOn = (day: string, now: number) => (day === localTime(now).day ? now : instantOf(day, MORNING))

/** What residents of each area would be promised on a day. @param station of which they come, where its own closures count */
export async function promisedOn(view: View, { now, day, station }: AskedOn): Promise<AreaPromise[]> {
  const at = askedOn(day, now)
  const areas = (await view.place.areas(day)).map(({ area }) => area)
  if (await isHeld(view)) return areas.map((area) => ({ area }))
  const home = station === undefined ? undefined : await view.place.station(station, day)
  const taken = await view.capacity.used(areas, day)
  const answers: AreaPromise[] = []
  for (const area of areas) {
    const facts = await view.place.callFacts(area, day, addDays(day, HORIZON_DAYS))
    const used = new Map(taken.filter((row) => row.area === area).map((row) => [row.day, row.used]))
    const from = home?.area === area ? home.station : ''
    answers.push({ area, ...promise(at, calendarOf(facts, from, used, { forReserve: false, now: at })) })
  }
  return answers
}

type Standing = { area: string; station: string; day: string; requests: number; places: number }

/** Every day for which somebody is promised, by area and station, and how many places it has for them. */
async function standing(view: View, today: string): Promise<Standing[]> {
  const rows = await view.capacity.promised(today, instantOf(today, '00:00'))
  const facts = new Map<string, Awaited<ReturnType<View['place']['callFacts']>>>()
  for (const area of new Set(rows.map((row) => row.area)))
    facts.set(area, await view.place.callFacts(area, today, addDays(today, HORIZON_DAYS)))
  return rows.map((row) => {
    const of = facts.get(row.area) as NonNullable<ReturnType<typeof facts.get>>
    const calendar = calendarOf(of, row.station, new Map(), { forReserve: true, now: 0 })
    return { ...row, places: calls(calendar, row.day) ? placesOf(of, row.day) : 0 }
  })
}

/** Days on which somebody is promised and that have fewer places than before, and not enough. Pure. */
export function touchedBy(before: readonly Standing[], after: readonly Standing[]): Preview['touched'] {
  const days = new Map<string, Preview['touched'][number] & { all: number }>()
  for (const [index, { area, day, requests, places }] of after.entries()) {
    const found = days.get(`${area} ${day}`) ?? { area, day, requests: 0, places, all: 0 }
    found.all += requests
    if (places < (before[index]?.places ?? 0)) {
      found.requests += requests
      found.places = Math.min(found.places, places)
    }
    days.set(`${area} ${day}`, found)
  }
  return [...days.values()]
    .filter(({ requests, places, all }) => requests > 0 && (places === 0 || all > places))
    .map(({ all: _, ...row }) => row)
    .sort((a, b) => a.day.localeCompare(b.day) || a.area.localeCompare(b.area))
}

/**
 * The change is made, looked at and taken back in one transaction: what would hold is found by the same act that would make it.
 * @param asked on which day residents ask, and of which station they come
 * @throws what the change itself is refused with
 */
export async function rehearse(
  deps: PlaceDeps,
  asked: { day?: string | undefined; station?: string | undefined },
  act: (deps: PlaceDeps) => Promise<unknown>,
): Promise<{ preview: Preview; faults: PlaceFault[] }> {
  const now = deps.clock.now()
  const { day: today } = localTime(now)
  const day = asked.day !== undefined && asked.day > today ? asked.day : today
  let seen: { preview: Preview; faults: PlaceFault[] } | undefined
  const rehearsal = async (tx: Tx) => {
    const [then, was] = [await standing(tx, today), await promisedOn(tx, { ...asked, now, day })]
    return async () => {
      const touched = touchedBy(then, await standing(tx, today))
      const promises = (await promisedOn(tx, { ...asked, now, day })).map(({ area, promise: after }) => {
        const before = was.find((one) => one.area === area)?.promise
        return { area, ...(before && { before }), ...(after && { after }) }
      })
      const faults = await outlook(tx, today, deps.spokenOf())
      seen = { preview: { day, touched, promises }, faults }
    }
  }
  await act({ ...deps, rehearsal }).catch((thrown: unknown) => {
    if (!(thrown instanceof Rehearsed)) throw thrown
  })
  if (!seen) throw new Error('A change that is rehearsed goes through `change`.')
  return seen
}
