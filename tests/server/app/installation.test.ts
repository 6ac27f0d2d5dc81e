/** The first start of an installation and what it refuses, each in a sentence. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../../server/config.ts'
import { install, readKeys } from '../../../server/installation.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { size } from '../../support/evidence.ts'

const KEY = { DATA_KEY: 'x' }

describe.each(engines.slice(size(-1, 0)))('a first start ($name)', (engine) => {
  let database: TestDatabase
  let store: Store
  const clock = testClock()
  beforeEach(async () => {
    database = await engine.create()
    store = await database.open({ clock, keys: testKeys() })
  })
  afterEach(() => database.remove())
  const start = (environment: Record<string, string> = {}) =>
    install({ store, config: readConfig(environment), clock, say: () => {} })

  it('loads the example area and makes demo staff, whose passwords are told once', async () => {
    const first = await start()
    expect(first.organisation).toBe('seututerveyskeskus')
    expect(first.demoStaff.map(({ username }) => username)).toEqual([
      'aino',
      'elias',
      'helmi',
      'marja',
      'tuomas',
    ])
    const again = await start()
    expect(again).toEqual({ organisation: 'seututerveyskeskus', demoStaff: [] })
    const stations = await store.read(first.organisation, (view) => view.place.stations('2026-11-24'))
    expect(stations).toHaveLength(10)
  })

  it('makes no invented people where residents can come, and refuses to start with those there are', async () => {
    const open = { PUBLIC_URL: 'https://chat.example.fi', ...KEY }
    expect((await start(open)).demoStaff).toEqual([])
    expect(await store.read('seututerveyskeskus', (view) => view.people.count())).toBe(0)
  })

  it('refuses a public address on a database with demo staff', async () => {
    await start()
    await expect(start({ PUBLIC_URL: 'https://chat.example.fi', ...KEY })).rejects.toThrow(
      /^PUBLIC_URL is set, but the database has invented demo staff \(aino, elias, helmi, marja, tuomas\): start with a new database/,
    )
  })
})

describe('the organisation', () => {
  it('that is not there is said, and nothing is made of a typing error', async () => {
    const database = await engines[0]?.create()
    if (!database) throw new Error('no engine')
    const clock = testClock()
    const store = await database.open({ clock, keys: testKeys() })
    const start = (environment: Record<string, string>) =>
      install({ store, config: readConfig(environment), clock, say: () => {} })
    await expect(start({ ORGANISATION: 'tampere' })).rejects.toThrow(
      'There is no organisation “tampere”: the database holds none, and flows/area would make seututerveyskeskus.',
    )
    expect(await store.organisations()).toEqual([])
    await database.remove()
  })
})

describe('the key', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kynnys-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is read from its file, and a missing one is a sentence', () => {
    const file = path.join(folder, 'none')
    expect(() => readKeys(readConfig({ DATA_KEY_FILE: file }))).toThrow(ConfigError)
    expect(() => readKeys(readConfig({ DATA_KEY_FILE: folder }))).toThrow('which is a folder')
    expect(() => readKeys(readConfig({ DATA_KEY_FILE: file }))).toThrow(
      `DATA_KEY_FILE names ${file}, which does not exist`,
    )
    expect(() => readKeys(readConfig({ DATA_KEY: 'short' }))).toThrow(/at least 32 random bytes/)
  })

  it('is made for a demo, readable by its owner only, and found again', () => {
    const file = path.join(folder, 'data.key')
    const first = readKeys(readConfig({}), { demoFile: file })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readKeys(readConfig({}), { demoFile: file }).current.kid).toBe(first.current.kid)
    expect(readFileSync(file, 'utf8')).toMatch(/^[\w+/=]{44}\n$/)
  })
})
