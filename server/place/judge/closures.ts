/** Closures: of what is there, and served instead by a station that is open on those days. */
import { addDays } from '../../promise/local-time.ts'
import { firstGap, holding } from '../periods.ts'
import type { PlaceState } from '../state.ts'
import type { PlaceFault } from './fault.ts'

type Closed = PlaceState['closures'][number]
const meet = (a: Closed, b: Closed) => a.from_day <= b.to_day && b.from_day <= a.to_day

/** Why a station cannot serve instead; nothing when it can. */
function notServing(state: PlaceState, closed: Closed): string | undefined {
  const { station, substitute } = closed
  if (substitute === null) return undefined
  if (station === null) return 'Only a closed station can be served by another one: name the station.'
  if (station === substitute) return `${station} cannot serve instead of itself.`
  const periods = state.stations.get(substitute)
  const from = closed.from_day < state.today ? state.today : closed.from_day
  if (!periods || firstGap({ from, to: addDays(closed.to_day, 1) }, periods) !== undefined)
    return `There is no station ${substitute} on all of those days.`
  const shut = state.closures.find(
    (other) =>
      other.closure !== closed.closure &&
      meet(other, closed) &&
      (other.station === substitute ||
        (other.station === null && other.area === null) ||
        (other.station === null && other.area === holding(periods, from)?.value.area)),
  )
  return shut && `${substitute} is closed itself from ${shut.from_day} to ${shut.to_day} (${shut.closure}).`
}

export function faultsOfClosures(state: PlaceState): PlaceFault[] {
  return state.closures.flatMap((closed) => {
    const { closure, station, area } = closed
    const of = `closures/${closure}`
    const faults: PlaceFault[] = []
    if (station !== null && area !== null)
      faults.push({
        ...{ code: 'overlap', of, field: 'area' },
        says: 'A closure is of a station or of an area, not of both: make two of them.',
      })
    if (station !== null && !state.stations.has(station))
      faults.push({ code: 'unknown', of, field: 'station', says: `There is no station ${station}.` })
    if (area !== null && !state.areas.has(area))
      faults.push({ code: 'unknown', of, field: 'area', says: `There is no area ${area}.` })
    const says = notServing(state, closed)
    if (says !== undefined) faults.push({ code: 'substitute', of, field: 'substitute', says })
    return faults
  })
}
