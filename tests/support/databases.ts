/** Both engines, each test file with databases of its own. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Clock } from '../../server/clock.ts'
import { type DataKeys, keysFrom } from '../../server/seal/keys.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { testClock } from './clock.ts'
import { patient } from './patient.ts'

export const testKeys = (): DataKeys => keysFrom(randomBytes(32).toString('base64'))

export type TestDatabase = {
  url: string
  /** a store on it, patient with a busy machine; several stores are several processes */
  open(options: { clock: Clock; keys: DataKeys }): Promise<Store>
  /** closes the stores and removes the database */
  remove(): Promise<void>
}
export type TestEngine = {
  name: 'sqlite' | 'postgres'
  create(): Promise<TestDatabase>
  /** @returns a new one that begins as another that nobody has open */
  copy(of: TestDatabase): Promise<TestDatabase>
}

const database = (url: string, drop: () => Promise<void>): TestDatabase => {
  const stores: Store[] = []
  return {
    url,
    async open(options) {
      const store = patient(await openStore({ databaseUrl: url, ...options }))
      stores.push(store)
      return store
    },
    async remove() {
      for (const store of stores) await store.close()
      await drop()
    },
  }
}

async function asAdmin(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A database whose tables stand already: a new one begins as its copy, which is quicker than to make them. */
export const READY = 'kynnys_ready'

/** Makes the database that others begin as. */
export async function prepare(cluster: string): Promise<void> {
  await asAdmin(cluster, `create database ${READY}`)
  const url = new URL(cluster)
  url.pathname = `/${READY}`
  const store = await openStore({ databaseUrl: url.href, clock: testClock(), keys: testKeys() })
  await store.close()
}

const SQLITE = 'sqlite:'
/** @param from the file that it begins as @param parent the folder in which it has one of its own */
function sqliteFile(from?: string, parent = tmpdir()): TestDatabase {
  const folder = mkdtempSync(path.join(parent, 'kynnys-sqlite-'))
  const file = path.join(folder, 'kynnys.db')
  if (from !== undefined) copyFileSync(from, file)
  return database(`${SQLITE}${file}`, async () => rmSync(folder, { recursive: true, force: true }))
}

const copyOf = ({ url }: TestDatabase, parent?: string) => sqliteFile(url.slice(SQLITE.length), parent)

/** A file whose tables stand already: made once in each process. */
let ready: Promise<TestDatabase> | undefined
async function withTables(): Promise<TestDatabase> {
  const made = sqliteFile()
  const store = await openStore({ databaseUrl: made.url, clock: testClock(), keys: testKeys() })
  await store.close()
  return made
}

/** @param parent the folder of its databases */
export const sqliteIn = (parent?: string): TestEngine => ({
  name: 'sqlite',
  async create() {
    ready ??= withTables()
    return copyOf(await ready, parent)
  },
  copy: async (of) => copyOf(of, parent),
})
export const sqlite = sqliteIn()

/**
 * @param cluster address of the cluster that holds the databases; the whole run's, unless a test has its own
 * @param from the database of the cluster that a new one is a copy of; an empty one, if none is said
 * @param tablespace where its tables lie
 */
export const postgresOn = (
  cluster: () => string,
  from = 'template1',
  tablespace = 'pg_default',
): TestEngine => {
  const beginAs = async (template: string) => {
    const name = `kynnys_${randomBytes(6).toString('hex')}`
    await asAdmin(
      cluster(),
      `create database ${name} template ${template} strategy file_copy tablespace ${tablespace}`,
    )
    const url = new URL(cluster())
    url.pathname = `/${name}`
    return database(url.href, () => asAdmin(cluster(), `drop database ${name} with (force)`))
  }
  return {
    name: 'postgres',
    create: () => beginAs(from),
    copy: ({ url }) => beginAs(new URL(url).pathname.slice(1)),
  }
}
export const postgres = postgresOn(() => inject('postgres'), READY)

export const engines: readonly TestEngine[] = [sqlite, postgres]
