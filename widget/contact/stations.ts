/** Which stations there are for a person: their own, and those where the coordinators who will call can be visited. */
import type { Place, Station } from '#core/contract/content.ts'
import type { Answers } from '#core/flow/definition.ts'
import { MUNICIPALITY } from '#core/flow/named.ts'

/** Stations of the area: that of the municipality first, then the one whose page this is. `area` when it is known who calls. */
export function stationsFor(
  { station: here, stations }: Place,
  area: string | undefined,
  answers: Answers,
): Station[] {
  const rank = ({ station, municipality }: Station) =>
    Number(municipality !== answers[MUNICIPALITY]) * 2 + Number(station !== here.station)
  return stations.filter((one) => one.area === (area ?? here.area)).sort((a, b) => rank(a) - rank(b))
}

/** The station of one's own municipality: its main one, else the one whose page this is. */
export const ownStation = (
  { stations, station }: Place,
  { [MUNICIPALITY]: municipality }: Answers,
): Station =>
  station.municipality === municipality
    ? station
    : (stations.find((one) => one.kind === 'main' && one.municipality === municipality) ?? station)
