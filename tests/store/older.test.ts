/** A database made by an older version opens: its rows are kept, and what is new stands empty in them. */
import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { LineEntry } from '#core/place/area.ts'
import { submit } from '../../server/callbacks/submit.ts'
import { rawOf } from '../../server/store/raw.ts'
import { testClock } from '../support/clock.ts'
import { engines, testKeys } from '../support/databases.ts'
import { body, content, ORGANISATION, place, settle } from '../support/people.ts'

const ADDED = [
  ['organisation', 'duty_area'],
  ['station_fact', 'names'],
  ['station_fact', 'page'],
  ['station_fact', 'reception'],
  ['phone_line', 'always'],
  ['phone_line', 'speaks'],
  ['phone_line', 'service'],
  ['phone_line', 'area'],
  ['callback_request', 'sender_index'],
  ['callback_request', 'aside'],
  ['callback_request', 'doubted_at'],
  ['area', 'reserve'],
  ['area', 'heavy'],
  ['statistics', 'dated'],
  ['statistics', 'reached_same_day'],
  ['statistics', 'reached_within_promise'],
  ['callback_request', 'binding'],
  ['callback_request', 'channel'],
  ['statistics', 'channel'],
  ['callback_request', 'try_from'],
  ['callback_request', 'try_until'],
  ['callback_request', 'doubt_mac'],
  ['access_log', 'state'],
  ['person', 'rights_mac'],
  ['area_staff', 'rights_mac'],
  ['absence', 'rights_mac'],
] as const

const TABLES = [
  'job',
  'data_key',
  'probe',
  'meter',
  'claim_use',
  'statistics_waiting',
  'lane',
  'counted_period',
  'desk_view',
  'desk_setting',
]
const FOUND = ['closed_reference', 'closed_phone', 'closed_area', 'closed_by']
const INDEXES = [
  ...FOUND,
  'open',
  'recorded',
  'sender',
  'aside',
  'doubted',
  'untried',
  'planned',
  'settled',
  'unbound',
].map((name) => `callback_request_${name}`)

/** What an installation of that day had: the example's lines and one of its own, and 112 before the danger's own number. */
const OLD = {
  numbers: {
    emergency: '112',
    'zero-line': '080 005 005',
    'social-crisis': '014 266 0149',
    'child-line': '116111',
    'crisis-line-fi': '09 2525 0111',
    'own-line': '014 000 0000',
  },
  helps: { violence: ['emergency', 'zero-line'], 'no-food-here': ['own-line'], threat: ['own-line'] },
}

/** An installation that had lines of its own in the dangers, and own numbers under ids of the example. */
const OWN = {
  numbers: { ...OLD.numbers, 'social-crisis': '03 000 0000', 'crisis-line-fi': '09 000 0000' },
  helps: {
    violence: ['own-line', 'emergency'],
    'child-danger': ['emergency', 'own-line', 'child-line'],
    'self-harm': ['own-line'],
    'no-basics': ['emergency', 'own-line'],
    'acute-crisis': ['own-line', 'social-crisis', 'emergency'],
  },
}

/** Takes a database back to its first tables. */
// biome-ignore lint/suspicious/noExplicitAny: the tables of an older day
async function backToFirst(db: Kysely<any>) {
  await db.schema.dropIndex('statistics_walk').execute()
  for (const index of INDEXES) await db.schema.dropIndex(index).execute()
  await db.schema.dropIndex('access_log_changes').execute()
  for (const [table, name] of ADDED) await db.schema.alterTable(table).dropColumn(name).execute()
  await db.schema.dropTable('contact_check').execute()
  await db.schema.alterTable('absence').dropColumn('substitute').execute()
  for (const table of TABLES) await db.schema.dropTable(table).execute()
  await sql`create index callback_request_queue on callback_request (organisation, area, promise_until)`.execute(
    db,
  )
  await sql`delete from migration where name > '001-start'`.execute(db)
}

describe.each(engines)('a database of an older version ($name)', (engine) => {
  it('opens with its stations, which have no page yet, no duty area, and the lanes that it had', async () => {
    const [database, clock, keys] = [await engine.create(), testClock(), testKeys()]
    const before = await database.open({ clock, keys })
    await settle(before)
    await submit({ store: before, clock, content }, ORGANISATION, body())
    await before.record(ORGANISATION, async (tx) => {
      await rawOf(tx).updateTable('callback_request').set({ lane: 'own-lane' }).execute()
      await backToFirst(rawOf(tx))
    })
    const after = await database.open({ clock, keys })
    const seen = await after.read(ORGANISATION, async ({ place }) => ({
      duty: (await place.organisation())?.duty_area,
      stations: await place.stations('2026-11-24'),
      lanes: await place.lanes('2026-11-24'),
    }))
    expect(seen.duty).toBeNull()
    // those that the content of that day led to, and whatever lane somebody stood in
    expect(seen.lanes.map(({ lane, register }) => [lane, register])).toEqual([
      ['consultation', 'health'],
      ['guidance', 'health'],
      ['own-lane', 'health'],
    ])
    expect(
      seen.stations.map(({ station, names, page, reception }) => [station, names, page, reception]),
    ).toEqual([
      ['joutsa', null, null, null],
      ['laukaa', null, null, null],
    ])
    await database.remove()
  })

  /** What a new version finds in an installation of an older day. */
  const opened = async ({ numbers, helps }: { numbers: Record<string, string>; helps: object }) => {
    const [database, clock, keys] = [await engine.create(), testClock(), testKeys()]
    const before = await database.open({ clock, keys })
    const seed = place()
    const [line] = seed.lines.lines as [LineEntry]
    const lines = Object.entries(numbers).map(([id, number]) => ({ ...line, line: id, number }))
    await settle(before, { seed: { ...seed, lines: { lines, helps: { ...helps } } } })
    await before.record(ORGANISATION, (tx) => backToFirst(rawOf(tx)))
    const after = await database.open({ clock, keys })
    const found = await after.read(ORGANISATION, async ({ place }) => {
      const all = await place.lines('2026-11-24')
      return {
        helps: JSON.parse((await place.organisation())?.helps ?? '{}') as Record<string, string[]>,
        answering: all.flatMap(({ always, line }) => (always ? line : [])).toSorted(),
        speaking: all.flatMap(({ speaks, line }) => (speaks ? line : [])).toSorted(),
      }
    })
    await database.remove()
    return found
  }

  it('knows the numbers of dangers that can be told since, and keeps what it had chosen itself', async () => {
    const { helps, answering, speaking } = await opened(OLD)
    // its own number first, 112 second
    expect(helps.violence).toEqual(['zero-line', 'emergency', 'social-crisis', 'child-line'])
    expect(helps.fear?.slice(0, 2)).toEqual(['zero-line', 'emergency'])
    expect(helps['young-alone']?.[0]).toBe('child-line')
    expect(helps.threat).toEqual(['own-line'])
    expect(helps['no-food-here']).toEqual(['own-line'])
    // a line that it does not have is promised to nobody
    expect(Object.values(helps).flat()).not.toContain('medical-helpline')
    expect(answering).toEqual(['emergency', 'social-crisis', 'zero-line'])
    expect(speaking).toEqual(['child-line', 'crisis-line-fi'])
  })

  it('keeps each own line of a danger in its place: 112 alone moves from the first place to the second', async () => {
    const { helps } = await opened(OWN)
    expect(helps.violence).toEqual(['own-line', 'emergency'])
    expect(helps['child-danger']).toEqual(['own-line', 'emergency', 'child-line'])
    expect(helps['self-harm']).toEqual(['own-line'])
    expect(helps['no-basics']).toEqual(['own-line', 'emergency'])
    expect(helps['acute-crisis']).toEqual(['own-line', 'social-crisis', 'emergency'])
  })

  it('says of no own number that it answers day and night, or in Finnish alone, though its line has the example’s id', async () => {
    const { answering, speaking } = await opened(OWN)
    expect(answering).toEqual(['emergency', 'zero-line'])
    expect(speaking).toEqual(['child-line'])
  })
})
