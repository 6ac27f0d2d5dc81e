/** The rows from which somebody's rights follow, as they stand: for `verify`, and for taking over those of before they were bound. */

import type { DataKeys } from '../seal/keys.ts'
import { isRight, RIGHTS_TABLES, type RightsFacts, type RightsTable, rightsMac } from '../seal/rights.ts'
import type { Db } from './engines/engine.ts'

type RightsRow = Record<string, string | number | null> & { rights_mac: string | null }
/** @param isOurs as we wrote it; `isUnbound` of before such rows were bound, or its binding was taken away */
export type KnownRight = { table: RightsTable; row: RightsRow; isOurs: boolean; isUnbound: boolean }

/** @param db an act's or a view's connection */
export function rightsRepository(db: Db, organisation: string, keys: DataKeys) {
  const rowsOf = (table: RightsTable) =>
    db
      .selectFrom(table as 'person')
      .where('organisation', '=', organisation)
      .selectAll()
      .execute() as unknown as Promise<RightsRow[]>
  const key = {
    person: ['person'],
    area_staff: ['area', 'person', 'valid_from'],
    absence: ['person', 'from_day'],
  }
  return {
    /** All of them: some tens of rows. */
    async all(): Promise<KnownRight[]> {
      const known: KnownRight[] = []
      for (const table of RIGHTS_TABLES)
        for (const row of await rowsOf(table))
          known.push({
            table,
            row,
            isOurs: isRight(keys, organisation, table, row as RightsRow & RightsFacts<typeof table>),
            isUnbound: row.rights_mac === null,
          })
      return known
    },
    /** Binds a row as it stands: only an operator may say that it stands right. */
    async adopt({ table, row }: Pick<KnownRight, 'table' | 'row'>): Promise<void> {
      const rights_mac = rightsMac(keys, organisation, table, row as RightsRow & RightsFacts<typeof table>)
      const own = db
        .updateTable(table as 'person')
        .set({ rights_mac })
        .where('organisation', '=', organisation)
      await key[table]
        .reduce((all, column) => all.where(column as 'person', '=', row[column as 'person'] as string), own)
        .execute()
    },
  }
}
