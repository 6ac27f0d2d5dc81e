/** DATABASE_URL → Store. The only place that knows both engines. */

import { existsSync } from 'node:fs'
import { isPractice } from '#core/request/practice.ts'
import { createWake } from '../events/wake.ts'
import type { Db } from './engines/engine.ts'
import { mustBeCurrent, runMigrations } from './engines/migrate.ts'
import { openPostgres } from './engines/postgres.ts'
import { openSqlite } from './engines/sqlite.ts'
import { keepFate } from './health/fate.ts'
import { scrubbing } from './health/scrubbing.ts'
import { openLedger } from './logs/ledger.ts'
import { repositories } from './repositories.ts'
import type { Store, StoreOptions } from './store.ts'

/**
 * Opens the database, asserts that it keeps what it acknowledges, and brings its tables up to date unless it is to stay as it is.
 * @throws an Error whose message is a sentence for the operator
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl: url, keys, clock, log = () => {}, wake = createWake() } = options
  const tables = (db: Db) => (options.asItIs ? mustBeCurrent(db) : runMigrations(db, clock.now()))
  const shared = { wake, log, tables, broken: options.broken ?? (() => {}) }
  const file = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : undefined
  if (options.asItIs && file !== undefined && !existsSync(file))
    throw new Error(
      `There is no database at ${file}: run this in the folder in which the server runs, or correct DATABASE_URL.`,
    )
  const engine = file === undefined ? await openPostgres(url, shared) : await openSqlite(file, shared)
  const { fate, write, kept, ready } = keepFate(engine)
  const cleared = scrubbing(engine.scrub)
  return {
    engine: engine.kind,
    async record(organisation, act) {
      let written = { told: false, recorded: false }
      const value = await write(async (db) => {
        const { ledger, wrote, flush } = openLedger(db, organisation, { keys, clock })
        const alone = (key: string) => engine.alone(db, JSON.stringify([organisation, key]))
        const result = await act(repositories(db, organisation, keys, { ...ledger, alone }, wrote))
        written = await flush(() => engine.announce(db, organisation))
        return result
      })
      if (written.recorded) kept()
      if (written.told) wake.ring(organisation)
      return value
    },
    read: (organisation, look) => engine.read((db) => look(repositories(db, organisation, keys, {}))),
    async organisations() {
      const all = await engine.read((db) =>
        db.selectFrom('organisation').selectAll().orderBy('organisation').execute(),
      )
      // what is for practice is served beside its own, and by no other command
      return all.filter(({ organisation }) => !isPractice(organisation))
    },
    onWrite: (organisation, ring) => wake.on(organisation, ring),
    scrub: cleared.scrub,
    ready,
    fate: () => ({ ...fate }),
    close: async () => {
      cleared.stop()
      await engine.close()
    },
  }
}
