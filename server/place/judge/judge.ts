/** One judge of the place: acts refuse what it finds new, `place check`, `/readyz` and the figures tell all that it finds. */
import type { SpokenOf } from '../spoken-of.ts'
import type { PlaceState } from '../state.ts'
import { faultsOfClosures } from './closures.ts'
import type { PlaceFault } from './fault.ts'
import { faultsOfLanes } from './lanes.ts'
import { faultsOfNames } from './names.ts'
import { faultsOfPeople } from './people.ts'
import { faultsOfTimes } from './times.ts'

/** Pure. @param spokenOf in the content in force */
export const judgePlace = (state: PlaceState, { routed }: SpokenOf): PlaceFault[] => [
  ...faultsOfTimes(state),
  ...faultsOfNames(state),
  ...faultsOfPeople(state),
  ...faultsOfClosures(state),
  ...faultsOfLanes(state, routed),
]
