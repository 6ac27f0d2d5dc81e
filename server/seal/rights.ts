/**
 * Who may do what, under a key that is not in the database: who can write rows can give nobody another role, another area or
 * somebody to stand in for, nor let in who was disabled.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DataKeys } from './keys.ts'

/** Of each table the columns from which a right follows. */
export const RIGHTS = {
  person: ['person', 'username', 'roles', 'disabled'],
  area_staff: ['area', 'person', 'valid_from', 'valid_to', 'kind'],
  absence: ['person', 'from_day', 'to_day', 'substitute'],
} as const
export type RightsTable = keyof typeof RIGHTS
export const RIGHTS_TABLES = Object.keys(RIGHTS) as RightsTable[]
/** The row as far as a right follows from it. */
export type RightsFacts<Table extends RightsTable> = Record<
  (typeof RIGHTS)[Table][number],
  string | number | null
>

/** @returns the column `rights_mac` of a row as it is to be written */
export function rightsMac<Table extends RightsTable>(
  keys: DataKeys,
  organisation: string,
  table: Table,
  row: RightsFacts<Table>,
): string {
  const facts = RIGHTS[table].map((column) => row[column as keyof typeof row])
  return createHmac('sha256', keys.session)
    .update(JSON.stringify(['rights', organisation, table, ...facts]))
    .digest('base64url')
}

/** The row stands as we wrote it. */
export function isRight<Table extends RightsTable>(
  keys: DataKeys,
  organisation: string,
  table: Table,
  row: RightsFacts<Table> & { rights_mac: string | null },
): boolean {
  const mac = Buffer.from(row.rights_mac ?? '')
  const right = Buffer.from(rightsMac(keys, organisation, table, row))
  return mac.length === right.length && timingSafeEqual(mac, right)
}
