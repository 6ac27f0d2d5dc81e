/** Fills the tables that grow, as years of use would: made by the database itself, whatever columns there are. */
import { sql } from 'kysely'
import type { Db } from '../../server/store/engines/engine.ts'
import { ORGANISATION } from './people.ts'

/** These stay as small as the place, the staff and the content; a new table grows until it is named here. */
const SMALL = [
  'migration organisation station station_fact area municipality hours closure lane phone_line area_staff absence',
  'contact_check person credential session job data_key probe revision part counted_period sqlite_sequence sqlite_stat1',
].join(' ')
/** A day or a time for each row; `n` is the row’s number from 1 on. Of all requests the last fifty are open. */
const VALUES: Record<string, string> = {
  request: `'r' || n`,
  id: `'r' || n`,
  wrapped_key: `'v1.00000000.' || n`,
  number: 'n',
  at: '1700000000000 + n',
  received_at: '1700000000000 + n',
  promise_until: '1700000000000 + n',
  closed_at: 'case when n > :rows - 50 then null else 1700000000000 + n end',
  recorded: 'case when n > :rows - 60 then 0 else 1 end',
  until: '1700000000000 + n',
  empty_at: '1700000000000 + n',
  day: `'2026-' || n`,
  area: `case when n % 2 = 0 then 'south' else 'north' end`,
  type: `case when n % 2 = 0 then 'taken' else 'received' end`,
  taken_by: `case when n % 40 = 0 then 'aino' else 'p' || n end`,
  person: `'p' || n`,
}

type Column = { name: string; dataType: string; isNullable: boolean }

const columnValue = ({ name, dataType, isNullable }: Column, rows: number): string => {
  const known = VALUES[name]
  if (known) return known.replace(':rows', String(rows))
  if (isNullable) return 'null'
  return /int/i.test(dataType) ? '0' : `'${name}' || n`
}

/** @returns the names of the tables that grow, each with `rows` rows of the example organisation, and what is known of them fresh */
export async function fill(db: Db, rows: number): Promise<string[]> {
  const tables = await db.introspection.getTables()
  const growing = tables.filter(({ name }) => !SMALL.split(' ').includes(name))
  // rows of a request come after it
  growing.sort(
    (one, other) => Number(other.name === 'callback_request') - Number(one.name === 'callback_request'),
  )
  for (const { name, columns } of growing) {
    const own = columns.filter((column) => column.name !== 'organisation')
    const into = ['organisation', ...own.map((column) => column.name)].map((column) => `"${column}"`)
    const from = [`'${ORGANISATION}'`, ...own.map((column) => columnValue(column, rows))]
    const numbers = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${rows})`
    await sql.raw(`delete from ${name}`).execute(db)
    await sql.raw(`insert into ${name} (${into}) ${numbers} select ${from} from numbers`).execute(db)
  }
  return growing.map(({ name }) => name)
}
