/** The place as administrators read it: what holds and what is planned, each with its first and last day. */
import { DATED_KINDS, type DatedKind } from '#core/contract/place.ts'
import type { View } from '../store/store.ts'
import { markOfAbsence, markOfClosure } from './away.ts'
import { markOf } from './mark.ts'
import { lastDayOf } from './periods.ts'
import { markOfFact } from './set.ts'
import { readState } from './state.ts'

export type ShownFact = {
  key: string
  validFrom: string
  validTo: string | null
  value: object
  /** of all that holds or is planned under the key */
  mark: string
}

/** @returns every kind by its word, closures, absences and the organisation's own facts */
export async function placeShown(view: Pick<View, 'place' | 'placeTables'>, today: string) {
  const state = await readState(view, today)
  const organisation = await view.place.organisation()
  const shown = (kind: DatedKind): ShownFact[] =>
    [...state[kind]].flatMap(([key, periods]) =>
      periods.map((period) => ({
        key,
        validFrom: period.from,
        validTo: lastDayOf(period),
        value: period.value,
        mark: markOfFact(state, kind, key),
      })),
    )
  return {
    today,
    organisation: {
      name: organisation?.name ?? '',
      dutyArea: organisation?.duty_area ?? null,
      allowedOrigins: JSON.parse(organisation?.allowed_origins ?? '[]') as string[],
    },
    ...(Object.fromEntries(DATED_KINDS.map((kind) => [kind, shown(kind)])) as Record<DatedKind, ShownFact[]>),
    closures: state.closures.map(({ closure, station, area, from_day, to_day, substitute, reason }) => ({
      ...{ closure, station, area, from: from_day, to: to_day, substitute },
      reason: reason === null ? null : (JSON.parse(reason) as Record<string, string>),
      mark: markOfClosure(state, closure),
    })),
    absences: state.absences.map(({ person, from_day, to_day, substitute }) => ({
      ...{ person, from: from_day, to: to_day, substitute },
      mark: markOfAbsence(state, person, from_day),
    })),
    none: markOf(undefined),
  }
}
