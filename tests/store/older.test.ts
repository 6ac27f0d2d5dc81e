/** A database made by an older version opens: its rows are kept, and what is new stands empty in them. */
import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testClock } from '../support/clock.ts'
import { engines, testKeys } from '../support/databases.ts'
import { ORGANISATION, settle } from '../support/people.ts'

const ADDED = [
  ['organisation', 'duty_area'],
  ['station_fact', 'names'],
  ['station_fact', 'page'],
  ['station_fact', 'reception'],
  ['phone_line', 'always'],
  ['phone_line', 'speaks'],
] as const

/** Takes a database back to its first tables. */
// biome-ignore lint/suspicious/noExplicitAny: the tables of an older day
async function backToFirst(db: Kysely<any>) {
  for (const [table, name] of ADDED) await db.schema.alterTable(table).dropColumn(name).execute()
  await sql`delete from migration where name > '001-start'`.execute(db)
}

describe.each(engines)('a database of an older version ($name)', (engine) => {
  it('opens with its stations, which have no page yet, and no duty area', async () => {
    const [database, clock, keys] = [await engine.create(), testClock(), testKeys()]
    const before = await database.open({ clock, keys })
    await settle(before)
    await before.record(ORGANISATION, ({ db }) => backToFirst(db))
    const after = await database.open({ clock, keys })
    const seen = await after.read(ORGANISATION, async ({ area }) => ({
      duty: (await area.organisation())?.duty_area,
      stations: await area.stations('2026-11-24'),
    }))
    expect(seen.duty).toBeNull()
    expect(
      seen.stations.map(({ station, names, page, reception }) => [station, names, page, reception]),
    ).toEqual([
      ['joutsa', null, null, null],
      ['laukaa', null, null, null],
    ])
    await database.remove()
  })
})
