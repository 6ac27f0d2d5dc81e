/** One judge of the place: acts refuse what it finds new, `place check`, `/readyz` and the figures tell all that it finds. */
import { firstGap } from '../periods.ts'
import type { SpokenOf } from '../spoken-of.ts'
import type { PlaceState } from '../state.ts'
import { faultsOfClosures } from './closures.ts'
import type { PlaceFault } from './fault.ts'
import { faultsOfLanes } from './lanes.ts'
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

/** Pure. @param spokenOf in the content in force */
export const judgePlace = (state: PlaceState, { listed, routed }: SpokenOf): PlaceFault[] => [
  ...faultsOfTimes(state),
  ...faultsOfNames(state),
  ...faultsOfPeople(state),
  ...faultsOfClosures(state),
  ...unserved(state, listed),
  ...faultsOfLanes(state, routed),
]
