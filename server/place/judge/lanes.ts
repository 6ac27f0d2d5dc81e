/** Lanes that the content in force leads to, and the one that takes every request of a lane that is not there. */
import { ORDINARY_LANE } from '#core/flow/named.ts'
import { firstGap } from '../periods.ts'
import type { PlaceState } from '../state.ts'
import type { PlaceFault } from './fault.ts'

/** @param routed lanes that the content in force leads to */
export function faultsOfLanes({ lanes, today }: PlaceState, routed: readonly string[]): PlaceFault[] {
  const missing = (lane: string) => firstGap({ from: today, to: null }, lanes.get(lane) ?? [])
  const ordinary = missing(ORDINARY_LANE)
  const others = [...new Set(routed)].filter((lane) => lane !== ORDINARY_LANE)
  return [
    ...(ordinary === undefined
      ? []
      : [
          {
            ...{
              code: 'without-guidance' as const,
              of: `lanes/${ORDINARY_LANE}`,
              field: 'lane',
              days: [ordinary],
            },
            says: `From ${ordinary} on there is no lane ${ORDINARY_LANE}, in which every request stands that has no other: it must always be there.`,
          },
        ]),
    ...others.flatMap((lane) => {
      const day = missing(lane)
      if (day === undefined) return []
      const says = `From ${day} on there is no lane ${lane}, to which the content in force leads: its requests stand in ${ORDINARY_LANE}. Set the lane from that day, or change flows/routing.yaml.`
      return [{ code: 'without-lane' as const, of: `lanes/${lane}`, field: 'lane', days: [day], says }]
    }),
  ]
}
