/** Each thing of the place that can be changed from a day on: its table, its key, and how its rows are read and written. */
import type { DatedKind, DatedValue } from '#core/contract/place.ts'
import type { DatedTable, PlaceRows } from '../store/place-tables.ts'
import type { Period } from './periods.ts'

type Row<Table extends DatedTable> = PlaceRows[Table][number]
/** A row without its organisation, key and days. */
type Columns = Record<string, string | number | null>

/** What a value is here: of a line also who verified its number, which nobody tells but who called it. */
export type FactOf<Name extends DatedKind> = DatedValue<Name> & (Name extends 'lines' ? LineCheck : unknown)
type LineCheck = { verifiedOn: string | null; verifiedBy: string | null; nextCheck: string | null }

type FactKind<Value> = {
  table: DatedTable
  /** the columns of a key as it stands in addresses and commands: of `duty` both parts, `south/demo-aino` */
  columns(key: string): Record<string, string>
  key(row: never): string
  /** @param rows of one period */
  read(rows: never[]): Value
  write(value: Value): Columns[]
}

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
const parsed = <Value>(text: string | null) => (text === null ? null : (JSON.parse(text) as Value))

export const KINDS: { [Name in DatedKind]: FactKind<FactOf<Name>> } = {
  areas: {
    table: 'area',
    columns: (area) => ({ area }),
    key: ({ area }: Row<'area'>) => area,
    // columns that are none of the fields stay as they are
    read: ([row]: Row<'area'>[]) => {
      const { organisation: _o, area: _a, valid_from: _from, valid_to: _to, ...fields } = row as Row<'area'>
      const { cut_off: cutOff, call_by: callBy, ...rest } = fields
      return { ...rest, cutOff, callBy }
    },
    write: ({ cutOff, callBy, ...rest }) => [{ ...rest, cut_off: cutOff, call_by: callBy }],
  },
  municipalities: {
    table: 'municipality',
    columns: (municipality) => ({ municipality }),
    key: ({ municipality }: Row<'municipality'>) => municipality,
    read: ([row]: Row<'municipality'>[]) => {
      const { area, names } = row as Row<'municipality'>
      return { area, names: parsed<Record<string, string>>(names) ?? {} }
    },
    write: ({ area, names }) => [{ area, names: json(names) }],
  },
  stations: {
    table: 'station_fact',
    columns: (station) => ({ station }),
    key: ({ station }: Row<'station_fact'>) => station,
    read: ([row]: Row<'station_fact'>[]) => {
      const { name, kind, municipality, area, phone, page, ...rest } = row as Row<'station_fact'>
      const [names, reception] = [parsed<Record<string, string>>(rest.names), parsed<never>(rest.reception)]
      return { name, names, kind, municipality, area, phone, page, eBooking: rest.e_booking, reception }
    },
    write: ({ names, reception, eBooking, ...rest }) => [
      { ...rest, names: json(names), e_booking: eBooking, reception: json(reception) },
    ],
  },
  hours: {
    table: 'hours',
    columns: (station) => ({ station }),
    key: ({ station }: Row<'hours'>) => station,
    read: (rows: Row<'hours'>[]) => ({
      hours: rows
        .map(({ weekday, opens, closes }) => ({ weekday, from: opens, to: closes }))
        .sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from)),
    }),
    write: ({ hours }) => hours.map(({ weekday, from, to }) => ({ weekday, opens: from, closes: to })),
  },
  lanes: {
    table: 'lane',
    columns: (lane) => ({ lane }),
    key: ({ lane }: Row<'lane'>) => lane,
    read: ([row]: Row<'lane'>[]) => {
      const { names, register } = row as Row<'lane'>
      return { names: parsed<Record<string, string>>(names), register }
    },
    write: ({ names, register }) => [{ names: json(names), register }],
  },
  lines: {
    table: 'phone_line',
    columns: (line) => ({ line }),
    key: ({ line }: Row<'phone_line'>) => line,
    read: ([row]: Row<'phone_line'>[]) => {
      const { number, position, always, speaks, source, service, area, ...rest } = row as Row<'phone_line'>
      const { verified_on: verifiedOn, verified_by: verifiedBy, next_check: nextCheck } = rest
      const said = {
        number,
        position,
        always: always === 1 || null,
        speaks: parsed<string[]>(speaks),
        ...{ source, service, area },
      }
      return { ...said, verifiedOn, verifiedBy, nextCheck }
    },
    write: ({ number, position, always, speaks, source, service, area, ...by }) => [
      {
        ...{ number, position, source, service, area, always: always ? 1 : null, speaks: json(speaks) },
        ...{ verified_on: by.verifiedOn, verified_by: by.verifiedBy, next_check: by.nextCheck },
      },
    ],
  },
  duty: {
    table: 'area_staff',
    columns: (key) => {
      const [area = '', person = ''] = key.split('/')
      return { area, person }
    },
    key: ({ area, person }: Row<'area_staff'>) => `${area}/${person}`,
    read: ([row]: Row<'area_staff'>[]) => ({ kind: (row as Row<'area_staff'>).kind }),
    write: ({ kind }) => [{ kind }],
  },
}

/** By key, in the order of their days. */
export type Timelines<Value> = Map<string, Period<Value>[]>

/** @param rows in the order of their days */
export function timelinesOf<Name extends DatedKind>(kind: Name, rows: PlaceRows): Timelines<FactOf<Name>> {
  const { table, key, read } = KINDS[kind] as FactKind<FactOf<Name>>
  const groups = new Map<string, Map<string, PlaceRows[DatedTable][number][]>>()
  for (const row of rows[table]) {
    const of = groups.get(key(row as never)) ?? new Map()
    groups.set(key(row as never), of)
    const span = `${row.valid_from} ${row.valid_to ?? ''}`
    of.set(span, [...(of.get(span) ?? []), row])
  }
  const periodsIn = (spans: Map<string, PlaceRows[DatedTable][number][]>) =>
    [...spans].map(([span, some]) => {
      const [from = '', to = ''] = span.split(' ')
      return { from, to: to || null, value: read(some as never[]) }
    })
  return new Map([...groups].map(([name, spans]) => [name, periodsIn(spans)]))
}

/** The columns of a thing's periods, as they are written. */
export function columnsOf<Name extends DatedKind>(
  kind: Name,
  periods: readonly Period<FactOf<Name>>[],
): Columns[] {
  const { write } = KINDS[kind] as FactKind<FactOf<Name>>
  return periods.flatMap(({ from, to, value }) =>
    write(value).map((row) => ({ ...row, valid_from: from, valid_to: to })),
  )
}
