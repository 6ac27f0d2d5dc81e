/** The facts of a place as the chat shows them: dated tables of one day, never pinned to a revision. */
import type { Place, Station } from '#core/contract/content.ts'
import { isDayOff } from '#core/request/days-off.ts'
import { lookUpLanguage } from '#core/say/language-tag.ts'
import { addDays } from '../promise/local-time.ts'
import type { View } from '../store/store.ts'
import { isLineShown, isVerified } from './numbers.ts'

/** Closures are told so many days ahead. */
const AHEAD = 31

/** All that is known of an organisation on a day. */
export type Facts = Awaited<ReturnType<typeof factsOf>>

/** Everything of the organisation that holds on a day, read at one moment. */
export async function factsOf({ place, placeTables }: View, day: string) {
  const organisation = await place.organisation()
  const [stations, municipalities, hours, lines] = [
    await place.stations(day),
    await place.municipalities(day),
    await place.hours(day),
    await place.lines(day),
  ]
  const closures = await place.closures(day, addDays(day, AHEAD))
  return {
    day,
    organisation,
    areas: await place.areas(day),
    stations,
    municipalities,
    hours,
    lines,
    closures,
    checks: await placeTables.checks(),
  }
}

function closuresOf(
  { closures }: Facts,
  { station, area }: { station: string; area: string },
): Station['closures'] {
  return closures
    .filter((closure) => (closure.station ?? station) === station && (closure.area ?? area) === area)
    .map(({ from_day, to_day, substitute, reason }) => ({
      from: from_day,
      to: to_day,
      ...(substitute !== null && { substitute }),
      ...(reason !== null && { reason: JSON.parse(reason) as Record<string, string> }),
    }))
}

/** In the language asked for, or its base (`fi-simple` → `fi`), else as the place calls itself. */
export function nameIn(language: string, { name, names }: Pick<Facts['stations'][number], 'name' | 'names'>) {
  const named = JSON.parse(names ?? '{}') as Record<string, string>
  return named[lookUpLanguage([language], Object.keys(named)) ?? ''] ?? name
}

function stationOf(facts: Facts, row: Facts['stations'][number], language: string): Station {
  const { station, kind, municipality, area, phone, page, e_booking, reception } = row
  return {
    station,
    name: nameIn(language, row),
    kind,
    municipality,
    area,
    phone: isVerified(facts.checks, 'station-phone', station, phone) ? phone : null,
    ...(page !== null && { page }),
    ...(e_booking !== null && { eBooking: e_booking }),
    hours: facts.hours
      .filter((open) => open.station === station)
      .map(({ weekday, opens, closes }) => ({ weekday, from: opens, to: closes })),
    ...(reception !== null && { reception: JSON.parse(reception) as Station['hours'] }),
    closures: closuresOf(facts, row),
  }
}

/** Today and the days for which closures are told. */
const comingDays = (day: string) => Array.from({ length: AHEAD + 1 }, (_, ahead) => addDays(day, ahead))

const lineOf = ({
  line,
  number,
  verified_on,
  always,
  speaks,
}: Facts['lines'][number]): Place['lines'][number] => ({
  id: line,
  number,
  ...(verified_on !== null && { verifiedOn: verified_on }),
  ...(always === 1 && { always: true as const }),
  ...(speaks !== null && { speaks: JSON.parse(speaks) as string[] }),
})

/** Emergency and help lines that somebody has verified, in order; services stand with the advice that names them. */
export const linesShown = ({ lines }: Facts, day: string): Place['lines'] =>
  lines.filter((line) => line.service === null && isLineShown(line, day)).map(lineOf)

/** Stands for a station on a page that is the same from each of them: no town, no hours, and its links lead to the choice. */
export const NOWHERE = ''
const nowhere = (name: string): Station => ({
  station: NOWHERE,
  name,
  kind: 'main',
  municipality: '',
  area: '',
  phone: null,
  hours: [],
  closures: [],
})

/** The coordinators' own number, once a person has verified it. */
function coordinatorPhone({ areas, checks }: Facts, area: string): string | null {
  const phone = areas.find((row) => row.area === area)?.phone ?? null
  return isVerified(checks, 'area-phone', area, phone) ? phone : null
}

type Offered = Place['municipalities']
/** As residents look for theirs: by the name in their language. */
function byName(municipalities: Offered, language: string): Offered {
  const nameOf = ({ code, name }: Offered[number]) => name[language] ?? name.fi ?? code
  return municipalities.sort((a, b) => nameOf(a).localeCompare(nameOf(b), language))
}

/** Pure. @returns undefined when the organisation has no such station on that day */
export function placeOf(facts: Facts, slug: string, language: string): Place | undefined {
  const stations = facts.stations.map((row) => stationOf(facts, row, language))
  const { organisation } = facts
  const station =
    slug === NOWHERE && organisation
      ? nowhere(organisation.name)
      : stations.find((one) => one.station === slug)
  if (!station || !organisation) return undefined
  return {
    organisation: organisation.organisation,
    organisationName: organisation.name,
    station,
    stations,
    municipalities: byName(
      facts.municipalities.map(({ municipality, names, area }) => ({
        code: municipality,
        name: JSON.parse(names) as Record<string, string>,
        area,
      })),
      language,
    ),
    lines: linesShown(facts, facts.day),
    daysOff: comingDays(facts.day).filter(isDayOff),
    helps: JSON.parse(organisation.helps) as Record<string, string[]>,
    coordinatorPhone: coordinatorPhone(facts, station.area),
  }
}
