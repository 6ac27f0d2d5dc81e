/** `npm run flows` notes where the folder says otherwise than the installation beside it, and neither makes nor changes anything. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { differencesInForce } from '../../../server/commands/flows/in-force.ts'
import { OPERATOR } from '../../../server/place/change.ts'
import { setFact } from '../../../server/place/set.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { seedArea } from '../../../server/store/seed.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { loadArea } from '../../support/content.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'

const FLOWS = path.resolve('flows')
const empty = mkdtempSync(path.join(tmpdir(), 'kynnys-none-'))
afterAll(() => rmSync(empty, { recursive: true }))

describe.each(engines)('the folder beside an installation ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let store: Store
  const organisation = loadArea().organisation.organisation
  const noted = (env = {}) => differencesInForce(FLOWS, { DATABASE_URL: database.url, ...env }, clock)

  beforeEach(async () => {
    database = await engine.create()
    store = await database.open({ clock, keys: testKeys() })
    await store.record(organisation, (tx) => seedArea(tx, loadArea()))
    const deps = { store, organisation, clock, spokenOf: () => ({ routed: [] }) }
    await setFact(deps, OPERATOR, 'areas', 'south', { validFrom: '2026-11-24', capacity: 20 })
  })
  afterEach(() => database.remove())

  it('is noted where it differs, with no key and while the server runs', async () => {
    expect(await noted()).toEqual(['Note: flows/area/ says capacity 8 of areas/south; in force is 20.'])
  })

  it('is not noted for another folder, nor of a database of another version, which stays as it is', async () => {
    expect(await differencesInForce(empty, { DATABASE_URL: database.url }, clock)).toEqual([])
    const names = () =>
      store.read(organisation, async (view) => {
        const { rows } = await sql<{ name: string }>`select name from migration`.execute(rawOf(view))
        return rows.length
      })
    const before = await names()
    await store.record(organisation, async (tx) => {
      await sql`delete from migration where name = '015-statistics'`.execute(rawOf(tx))
    })
    expect(await noted()).toEqual([])
    expect(await names()).toBe(before - 1)
  })
})

it('says nothing where there is no installation, and makes none', async () => {
  const file = path.join(empty, 'kynnys.db')
  expect(await differencesInForce(FLOWS, { DATABASE_URL: `sqlite:${file}` })).toEqual([])
  expect(await differencesInForce(FLOWS, { DATABASE_URL: 'nonsense' })).toEqual([])
  expect(existsSync(file)).toBe(false)
})
