/** The dated tables as a whole, for those who change the place: some tens of rows each, what is over left out. */
import type { DataKeys } from '../seal/keys.ts'
import { type RightsFacts, rightsMac } from '../seal/rights.ts'
import type { Db } from './engines/engine.ts'
import type { AbsenceRow, ClosureRow, ContactCheckRow, StoreTables } from './tables.ts'

/** Those with `valid_from` and `valid_to`. */
export type DatedTable =
  | 'area'
  | 'municipality'
  | 'station_fact'
  | 'hours'
  | 'lane'
  | 'phone_line'
  | 'area_staff'
type Columns = Record<string, string>

const lasting = (db: Db, organisation: string, day: string) => {
  const rowsOf = <Table extends DatedTable>(table: Table) =>
    db
      .selectFrom(table as DatedTable)
      .where('organisation', '=', organisation)
      .where((at) => at.or([at('valid_to', 'is', null), at('valid_to', '>', day)]))
      .orderBy('valid_from')
      .selectAll()
      .execute() as unknown as Promise<StoreTables[Table][]>
  const over = <Table extends 'closure' | 'absence'>(table: Table) =>
    db
      .selectFrom(table as 'closure')
      .where('organisation', '=', organisation)
      .where('to_day', '>=', day)
      .orderBy('from_day')
      .selectAll()
      .execute() as unknown as Promise<StoreTables[Table][]>
  return { rowsOf, over }
}

const checksOf = (db: Db, organisation: string) =>
  db.selectFrom('contact_check').where('organisation', '=', organisation).selectAll().execute()

async function allFrom(db: Db, organisation: string, day: string) {
  const { rowsOf, over } = lasting(db, organisation, day)
  return {
    area: await rowsOf('area'),
    municipality: await rowsOf('municipality'),
    station_fact: await rowsOf('station_fact'),
    hours: await rowsOf('hours'),
    lane: await rowsOf('lane'),
    phone_line: await rowsOf('phone_line'),
    area_staff: await rowsOf('area_staff'),
    closure: await over('closure'),
    absence: await over('absence'),
    people: await db
      .selectFrom('person')
      .where('organisation', '=', organisation)
      .orderBy('person')
      .select(['person', 'username', 'name', 'roles', 'disabled'])
      .execute(),
    checks: await checksOf(db, organisation),
  }
}
export type PlaceRows = Awaited<ReturnType<typeof allFrom>>

/** @param db an act's or a view's connection */
export function placeTablesRepository(db: Db, organisation: string, keys: DataKeys) {
  /** What of a key is not over on a day, gone: its new periods are written instead. */
  const clear = (table: DatedTable, key: Columns, day: string) =>
    Object.entries(key)
      .reduce(
        (all, [column, value]) => all.where(column as never, '=', value as never),
        db.deleteFrom(table as DatedTable).where('organisation', '=', organisation),
      )
      .where((at) => at.or([at('valid_to', 'is', null), at('valid_to', '>', day)]))
      .execute()
  return {
    /** Everything that holds on the day or later. */
    from: (day: string) => allFrom(db, organisation, day),
    /** What a person has called or opened, and what came of it. */
    checks: () => checksOf(db, organisation),
    /** Instead of what the key has on the day and later: these rows, without their organisation. */
    async rewrite(table: DatedTable, key: Columns, day: string, rows: object[]) {
      await clear(table, key, day)
      if (rows.length === 0) return
      await db
        .insertInto(table as DatedTable)
        .values(
          rows.map((row) => {
            const whole = { ...key, ...row }
            const mac =
              table === 'area_staff' &&
              rightsMac(keys, organisation, table, whole as RightsFacts<'area_staff'>)
            return { organisation, ...whole, ...(mac && { rights_mac: mac }) }
          }) as never,
        )
        .execute()
    },
    async addStation(station: string) {
      await db
        .insertInto('station')
        .values({ organisation, station })
        .onConflict((on) => on.columns(['organisation', 'station']).doNothing())
        .execute()
    },
    /** A closure under its name, or none. */
    async putClosure(closure: string, row?: Omit<ClosureRow, 'organisation' | 'closure'>) {
      const own = db.deleteFrom('closure').where('organisation', '=', organisation)
      await own.where('closure', '=', closure).execute()
      if (row)
        await db
          .insertInto('closure')
          .values({ organisation, closure, ...row })
          .execute()
    },
    /** The absence of a person from a day on, or none. */
    async putAbsence(
      person: string,
      from_day: string,
      row?: Omit<AbsenceRow, 'organisation' | 'person' | 'from_day' | 'rights_mac'>,
    ) {
      const own = db.deleteFrom('absence').where('organisation', '=', organisation)
      await own.where('person', '=', person).where('from_day', '=', from_day).execute()
      if (!row) return
      const whole = { person, from_day, ...row }
      const rights_mac = rightsMac(keys, organisation, 'absence', whole)
      await db
        .insertInto('absence')
        .values({ organisation, ...whole, rights_mac })
        .execute()
    },
    async putCheck(row: Omit<ContactCheckRow, 'organisation'>) {
      const own = db.deleteFrom('contact_check').where('organisation', '=', organisation)
      await own.where('kind', '=', row.kind).where('id', '=', row.id).execute()
      await db
        .insertInto('contact_check')
        .values({ organisation, ...row })
        .execute()
    },
    /** @param set columns of the organisation's own row */
    async setOrganisation(set: { name?: string; duty_area?: string; allowed_origins?: string }) {
      await db.updateTable('organisation').set(set).where('organisation', '=', organisation).execute()
    },
  }
}
