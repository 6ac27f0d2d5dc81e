/** A command on an installation finds what a server has made, or says what to do: it makes neither tables nor a key nor a database. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { submit } from '../../../server/callbacks/submit.ts'
import { onInstallation, openAsItIs } from '../../../server/commands/opened.ts'
import { verify } from '../../../server/commands/verify/command.ts'
import { readConfig } from '../../../server/config.ts'
import { chooseOrganisation, readKeys } from '../../../server/installation.ts'
import { keysFrom } from '../../../server/seal/keys.ts'
import { judgeKeys } from '../../../server/start/judge-keys.ts'
import { migrations } from '../../../server/store/migrations/index.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { body, content, ORGANISATION, settle } from '../../support/people.ts'

const DATA_KEY = Buffer.alloc(32, 7).toString('base64')
const at = (url: string, more: Record<string, string> = {}) =>
  readConfig({ DATABASE_URL: url, DATA_KEY, ...more })

describe('a database that is not there', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kynnys-nowhere-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is not made by who looks for it', async () => {
    const file = path.join(folder, 'data', 'kynnys.db')
    await expect(openAsItIs(at(`sqlite:${file}`))).rejects.toThrow(
      `There is no database at ${file}: run this in the folder in which the server runs, or correct DATABASE_URL.`,
    )
    expect(existsSync(path.dirname(file))).toBe(false)
  })

  it('nor is a key', () => {
    const demoFile = path.join(folder, 'data.key')
    expect(() => readKeys(readConfig({}), { demoFile, makes: false })).toThrow(
      `There is no key at ${demoFile}: run this in the folder in which the server runs, or name its key in DATA_KEY_FILE.`,
    )
    expect(existsSync(demoFile)).toBe(false)
  })
})

describe.each(engines)('a database as it is ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  beforeEach(async () => {
    database = await engine.create()
  })
  afterEach(() => database.remove())
  const filled = async () => {
    const store = await database.open({ clock, keys: keysFrom(DATA_KEY) })
    await settle(store)
    return store
  }

  it('of a version before stays as it is, and the way to this one is told', async () => {
    const store = await filled()
    const [last] = migrations.toReversed()
    await store.record(ORGANISATION, async (tx) => {
      await sql`delete from migration where name = ${last?.name ?? ''}`.execute(rawOf(tx))
    })
    await expect(openAsItIs(at(database.url))).rejects.toThrow('`npm run migrate` brings them up to date')
  })

  it('without tables has none afterwards', async () => {
    const store = await database.open({ clock, keys: testKeys() })
    await store.record(ORGANISATION, async (tx) => {
      await sql`drop table migration`.execute(rawOf(tx))
    })
    for (const _ of [1, 2])
      await expect(openAsItIs(at(database.url))).rejects.toThrow(
        'There is no installation in this database yet: `npm start` makes one.',
      )
  })

  it('with another organisation names those that it holds', async () => {
    await filled()
    const config = at(database.url, { ORGANISATION: 'tampere' })
    const store = await openAsItIs(config)
    await expect(chooseOrganisation(store, config)).rejects.toThrow(
      `There is no organisation “tampere”: the database holds ${ORGANISATION}. Correct ORGANISATION.`,
    )
    expect((await verify(store, { organisation: 'tampere' })).lines).toEqual([
      'There is no such organisation in this database: correct ORGANISATION.',
    ])
    await store.close()
  })

  it('under another key is changed by no command', async () => {
    await judgeKeys(await filled(), ORGANISATION)
    const env = { DATABASE_URL: database.url, DATA_KEY: randomBytes(32).toString('base64') }
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    let ran = false
    const running = onInstallation(async () => {
      ran = true
    })
    await expect(running).rejects.toThrow('The data key is not the one this database was made with')
    expect(ran).toBe(false)
    vi.unstubAllEnvs()
  })

  it('that binds nothing is told once, with the two things that it can be, and no row is accused', async () => {
    const store = await filled()
    for (const sent of [body(), body(), body()]) await submit({ store, clock, content }, ORGANISATION, sent)
    expect((await verify(store, {})).code).toBe(0)
    await store.record(ORGANISATION, async (tx) => {
      await rawOf(tx).updateTable('callback_request').set({ binding: null }).execute()
      await rawOf(tx).deleteFrom('credential').execute()
      for (const table of ['person', 'area_staff', 'absence'] as const)
        await rawOf(tx).updateTable(table).set({ rights_mac: null }).execute()
    })
    const { lines, code } = await verify(store, {})
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/npm run migrate -- --adopt.*bring back a backup/)])
  })
})
