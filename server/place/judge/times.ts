/** Hours that can be: none ends before it begins, none runs into another, and a coordinator meets people behind an open door. */
import { lastDayOf, overlap } from '../periods.ts'
import type { PlaceState } from '../state.ts'
import type { PlaceFault } from './fault.ts'

type Open = { weekday: number; from: string; to: string }
const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const said = ({ weekday, from, to }: Open) => `${DAYS[weekday]} ${from}–${to}`

function faultsOfWeek(of: string, field: string, week: readonly Open[]): PlaceFault[] {
  const backwards = week.filter(({ from, to }) => from >= to)
  const crossing = week.filter((one, index) =>
    week
      .slice(0, index)
      .some((other) => other.weekday === one.weekday && other.from < one.to && one.from < other.to),
  )
  return [
    ...backwards.map(
      (one): PlaceFault => ({
        ...{ code: 'backwards', of, field },
        says: `${said(one)} ends before it begins.`,
      }),
    ),
    ...crossing.map(
      (one): PlaceFault => ({
        ...{ code: 'overlap', of, field },
        says: `${said(one)} runs into other hours of the same day: say them as one.`,
      }),
    ),
  ]
}

function faultsOfReceptions({ stations, hours }: PlaceState): PlaceFault[] {
  return [...stations].flatMap(([station, periods]) =>
    periods.flatMap((period) => {
      const doors = (hours.get(station) ?? []).filter((open) => overlap(open, period))
      const outside = (period.value.reception ?? []).filter(
        (met) =>
          doors.length === 0 ||
          !doors.every(({ value }) =>
            value.hours.some(
              (open) => open.weekday === met.weekday && open.from <= met.from && met.to <= open.to,
            ),
          ),
      )
      return outside.map(
        (met): PlaceFault => ({
          ...{ code: 'outside-hours', of: `stations/${station}`, field: 'reception' },
          says: `Station ${station} is not open all of ${said(met)}, when a coordinator would meet people: change its hours or its reception.`,
        }),
      )
    }),
  )
}

export function faultsOfTimes(state: PlaceState): PlaceFault[] {
  const areas = [...state.areas].flatMap(([area, periods]) =>
    periods
      .filter(({ value }) => value.cutOff > value.callBy)
      .map(
        ({ value, from }): PlaceFault => ({
          ...{ code: 'backwards', of: `areas/${area}`, field: 'cutOff' },
          says: `From ${from} on the cut-off of area ${area} (${value.cutOff}) is after its last call (${value.callBy}).`,
        }),
      ),
  )
  const weeks = [...state.hours].flatMap(([station, periods]) =>
    periods.flatMap(({ value }) => faultsOfWeek(`hours/${station}`, 'hours', value.hours)),
  )
  const receptions = [...state.stations].flatMap(([station, periods]) =>
    periods.flatMap(({ value }) => faultsOfWeek(`stations/${station}`, 'reception', value.reception ?? [])),
  )
  const spans = [...state.closures, ...state.absences]
    .filter(({ from_day, to_day }) => from_day > to_day)
    .map(
      (row): PlaceFault => ({
        code: 'backwards',
        of: 'closure' in row ? `closures/${row.closure}` : `absences/${row.person}`,
        field: 'to',
        says: `It ends on ${row.to_day}, before it begins on ${row.from_day}.`,
      }),
    )
  return [...areas, ...weeks, ...receptions, ...spans, ...faultsOfReceptions(state), ...crossing(state)]
}

/** Two values of one thing on one day: no act makes them, a hand in the tables can. */
function crossing(state: PlaceState): PlaceFault[] {
  const kinds = ['areas', 'municipalities', 'stations', 'hours', 'lanes', 'lines', 'duty'] as const
  return kinds.flatMap((kind) =>
    [...state[kind]].flatMap(([key, periods]) =>
      periods
        .filter((one, index) => periods.slice(0, index).some((other) => overlap(one, other)))
        .map(
          (one): PlaceFault => ({
            ...{ code: 'overlap', of: `${kind}/${key}`, field: 'validFrom' },
            says: `${kind}/${key} has two values from ${one.from} to ${lastDayOf(one) ?? 'further notice'}: set it anew from that day.`,
          }),
        ),
    ),
  )
}
