/** A database made by an older version opens: its rows are kept, and what is new stands empty in them. */
import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { LineRow } from '#core/flow/area.ts'
import { testClock } from '../support/clock.ts'
import { engines, testKeys } from '../support/databases.ts'
import { ORGANISATION, place, settle } from '../support/people.ts'

const ADDED = [
  ['organisation', 'duty_area'],
  ['station_fact', 'names'],
  ['station_fact', 'page'],
  ['station_fact', 'reception'],
  ['phone_line', 'always'],
  ['phone_line', 'speaks'],
] as const

/** What an installation of that day had: its own lines, and 112 before the danger's own number. */
const OLD = {
  lines: ['emergency', 'zero-line', 'social-crisis', 'child-line', 'crisis-line-fi', 'own-line'],
  helps: { violence: ['emergency', 'zero-line'], 'no-food-here': ['own-line'], threat: ['own-line'] },
}

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

  it('knows the numbers of dangers that can be told since, and keeps what it had chosen itself', async () => {
    const [database, clock, keys] = [await engine.create(), testClock(), testKeys()]
    const before = await database.open({ clock, keys })
    const seed = place()
    const [line] = seed.lines.lines as [LineRow]
    const lines = OLD.lines.map((id) => ({ ...line, line: id }))
    await settle(before, { seed: { ...seed, lines: { lines, helps: OLD.helps } } })
    await before.record(ORGANISATION, ({ db }) => backToFirst(db))
    const after = await database.open({ clock, keys })
    const { helps, answering } = await after.read(ORGANISATION, async ({ area }) => {
      const all = await area.lines('2026-11-24')
      return {
        helps: JSON.parse((await area.organisation())?.helps ?? '{}'),
        answering: all.filter(({ always }) => always).map(({ line }) => line),
      }
    })
    // its own number first, 112 second
    expect(helps.violence).toEqual(['zero-line', 'emergency', 'social-crisis', 'child-line'])
    expect(helps.fear.slice(0, 2)).toEqual(['zero-line', 'emergency'])
    expect(helps['young-alone'][0]).toBe('child-line')
    expect(helps.threat).toEqual(['own-line'])
    expect(helps['no-food-here']).toEqual(['own-line'])
    // a line that it does not have is promised to nobody
    expect(Object.values<string[]>(helps).flat()).not.toContain('medical-helpline')
    expect(answering.toSorted()).toEqual(['emergency', 'social-crisis', 'zero-line'])
    await database.remove()
  })
})
