/** One judge of the place: acts refuse what it finds new, `place check`, `/readyz` and the figures tell all that it finds. */
import { firstGap } from '../periods.ts'
import type { PlaceState } from '../state.ts'
import { faultsOfClosures } from './closures.ts'
import type { PlaceFault } from './fault.ts'
import { faultsOfNames } from './names.ts'
import { faultsOfPeople } from './people.ts'
import { faultsOfTimes } from './times.ts'

/** Every municipality that residents choose from belongs to an area, today and as far as is known. */
const unserved = ({ municipalities, today }: PlaceState, listed: readonly string[]): PlaceFault[] =>
  listed.flatMap((municipality) => {
    const day = firstGap({ from: today, to: null }, municipalities.get(municipality) ?? [])
    if (day === undefined) return []
    const says = `From ${day} on municipality ${municipality}, which residents choose from, belongs to no area: set its area from that day.`
    return [{ code: 'without-area' as const, of: `municipalities/${municipality}`, field: 'area', says }]
  })

/**
 * Pure.
 * @param listed codes of the municipalities that residents choose from, in the content in force
 */
export const judgePlace = (state: PlaceState, listed: readonly string[] = []): PlaceFault[] => [
  ...faultsOfTimes(state),
  ...faultsOfNames(state),
  ...faultsOfPeople(state),
  ...faultsOfClosures(state),
  ...unserved(state, listed),
]
