/** The columns of a request as the code lists them are those that the migrations made, on both engines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnKind } from '../../server/store/column-kinds.ts'
import type { Db } from '../../server/store/engines/engine.ts'
import { rawOf } from '../../server/store/raw.ts'
import { REQUEST_COLUMNS } from '../../server/store/rows/request.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../support/databases.ts'

/** What each engine calls the kinds of the migrations. */
const KINDS: Record<string, ColumnKind> = {
  text: 'text',
  integer: 'integer',
  int4: 'integer',
  bigint: 'instant',
  int8: 'instant',
}

describe.each(engines)('a callback request ($name)', (engine) => {
  let database: TestDatabase
  let made: Record<string, string>

  async function columnsOf(db: Db, name: string) {
    const tables = await db.introspection.getTables()
    const columns = tables.find((table) => table.name === name)?.columns ?? []
    return Object.fromEntries(
      columns.map((column) => [
        column.name,
        `${KINDS[column.dataType.toLowerCase()]}${column.isNullable ? '?' : ''}`,
      ]),
    )
  }

  beforeAll(async () => {
    database = await engine.create()
    const store = await database.open({ clock: testClock(), keys: testKeys() })
    made = await store.read('example', (view) => columnsOf(rawOf(view), 'callback_request'))
  })
  afterAll(() => database.remove())

  it('has every column that the code lists, of its kind, and no other', () => {
    expect(made).toEqual(REQUEST_COLUMNS)
  })

  it('without a migration for a column would be found (red twin)', () => {
    expect(made).not.toEqual({ ...REQUEST_COLUMNS, called_back_at: 'instant?' })
    expect(made).not.toEqual({ ...REQUEST_COLUMNS, phone_index: 'text' })
  })
})
