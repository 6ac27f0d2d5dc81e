/** What a person at work is told about themselves, and the names of the place they work in. */
import type { Me } from '#core/contract/desk.ts'
import { localTime } from '../promise/local-time.ts'
import type { View } from '../store/store.ts'
import type { Staff } from './sessions.ts'

/** Who calls in any area today, with the areas that they look after; nobody who is away, nor oneself. */
async function colleaguesOf(
  view: View,
  self: string,
  areas: readonly string[],
  day: string,
): Promise<NonNullable<Me['colleagues']>> {
  const found = new Map<string, NonNullable<Me['colleagues']>[number]>()
  const away = new Set((await view.place.awayOn(day)).map(({ person }) => person))
  for (const area of areas)
    for (const { person, first_name } of (await view.place.callFacts(area, day, day)).staff) {
      if (person === self || away.has(person)) continue
      const known = found.get(person) ?? { id: person, firstName: first_name, areas: [] }
      if (!known.areas.includes(area)) known.areas.push(area)
      found.set(person, known)
    }
  return [...found.values()].sort((one, other) => one.firstName.localeCompare(other.firstName))
}

export async function meOf(view: View, staff: Staff, now: number): Promise<Me> {
  const { day } = localTime(now)
  const areas = await view.place.areas(day)
  const nameOf = (area: string) => areas.find((row) => row.area === area)?.name ?? area
  const municipalities = await view.place.municipalities(day)
  const lanes = await view.place.lanes(day)
  const stations = await view.place.stations(day)
  return {
    id: staff.person,
    organisation: staff.organisation,
    session: { idle: staff.ends.idle - now, left: staff.ends.whole - now },
    firstName: staff.firstName,
    name: staff.name,
    title: staff.title,
    roles: [...staff.roles],
    areas: staff.looksAfter.map(({ area, substitute }) => ({ area, name: nameOf(area), substitute })),
    allAreas: areas.map(({ area, name }) => ({ area, name })),
    colleagues: await colleaguesOf(
      view,
      staff.person,
      areas.map(({ area }) => area),
      day,
    ),
    lanes: lanes.map(({ lane, register, names }) => ({
      ...{ lane, register },
      ...(names !== null && { names: JSON.parse(names) as Record<string, string> }),
    })),
    municipalities: municipalities.map(({ municipality, names }) => ({
      code: municipality,
      name: JSON.parse(names) as Record<string, string>,
    })),
    stations: stations.map(({ station, name, names, area }) => ({
      station,
      name,
      area,
      ...(names !== null && { names: JSON.parse(names) as Record<string, string> }),
    })),
  }
}
