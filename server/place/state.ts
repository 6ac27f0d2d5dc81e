/** The place as it stands and as it is planned: what an act changes in memory, has judged, and then writes. */
import { DATED_KINDS, type DatedKind } from '#core/contract/place.ts'
import type { PlaceRows } from '../store/place-tables.ts'
import type { View } from '../store/store.ts'
import { type FactOf, type Timelines, timelinesOf } from './kinds.ts'

export type PlaceState = { [Name in DatedKind]: Timelines<FactOf<Name>> } & {
  /** changes hold from it on at the earliest */
  today: string
  closures: PlaceRows['closure']
  absences: Omit<PlaceRows['absence'][number], 'rights_mac'>[]
  people: PlaceRows['people']
  checks: PlaceRows['checks']
  dutyArea: string | null
}

/** Everything that holds today or later. */
export async function readState({ placeTables, place }: Pick<View, 'placeTables' | 'place'>, today: string) {
  const rows = await placeTables.from(today)
  const dated = Object.fromEntries(DATED_KINDS.map((kind) => [kind, timelinesOf(kind, rows)]))
  const organisation = await place.organisation()
  return {
    ...(dated as { [Name in DatedKind]: Timelines<FactOf<Name>> }),
    today,
    closures: rows.closure,
    absences: rows.absence,
    people: rows.people,
    checks: rows.checks,
    dutyArea: organisation?.duty_area ?? null,
  } satisfies PlaceState
}
