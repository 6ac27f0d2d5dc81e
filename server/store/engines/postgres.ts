/** PostgreSQL: a transaction per act, any number of processes, woken by LISTEN/NOTIFY. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Wake } from '../../events/wake.ts'
import type { StoreTables } from '../tables.ts'
import type { Db, Engine, Prepares, StoreLog } from './engine.ts'
import { asRefusal, isSlow, worthRetrying } from './failures.ts'
import { listen } from './listen.ts'
import { CHANNEL, createPool, TYPES } from './pool.ts'

/** Deadlocks and equal inserts pass at once; more attempts than this mean something else. */
const ATTEMPTS = 8
/** A crowd before one row is no lost database: who was not let through in time stands in line again, so long after the first try. */
const CROWD_MS = 3000
/** A number of our own for the advisory lock under which migrations run. */
const MIGRATION_LOCK = 7_096_910_611

/** @throws a sentence when an acknowledged write could be lost */
export function assertDurable(settings: Record<string, string | undefined>): void {
  for (const name of ['fsync', 'full_page_writes'])
    if (settings[name] !== 'on')
      throw new Error(
        `PostgreSQL does not keep what it acknowledges: ${name} is ${settings[name]}, it must be on.`,
      )
  if (!['on', 'local', 'remote_write', 'remote_apply'].includes(settings.synchronous_commit ?? ''))
    throw new Error(
      `PostgreSQL does not keep what it acknowledges: synchronous_commit is ${settings.synchronous_commit}, it must be on.`,
    )
}

/** Checks the settings and the tables, on a connection without the acts' short time limits. */
async function prepare(url: string, tables: Prepares): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5000, types: TYPES })
  pool.on('error', () => {})
  const db = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { rows } = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit')`.execute(db)
    assertDurable(Object.fromEntries(rows.map((row) => [row.name, row.setting])))
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx)
      await tables(tx)
    })
  } finally {
    await db.destroy()
  }
}

async function withRetries<T>(act: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const mayAgain = (error: unknown) =>
    worthRetrying(error) || (isSlow(error) && performance.now() - began < CROWD_MS)
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayAgain(error)) throw asRefusal(error)
    }
  }
}

/** @param url `postgres://…` */
export async function openPostgres(
  url: string,
  options: { wake: Wake; log: StoreLog; tables: Prepares },
): Promise<Engine> {
  await prepare(url, options.tables)
  const db: Db = new Kysely<StoreTables>({
    dialect: new PostgresDialect({ pool: createPool(url, options.log) }),
  })
  const ears = listen(url, options.wake, options.log)
  return {
    kind: 'postgres',
    write: (act) => withRetries(() => db.transaction().execute(act)),
    read: (look) =>
      withRetries(() =>
        db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(look),
      ),
    announce: async (tx, organisation) => {
      await sql`select pg_notify(${CHANNEL}, ${organisation})`.execute(tx)
    },
    alone: async (tx, key) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    },
    // dead rows keep their bytes until the vacuum: what is erased there is the record's key
    scrub: async () => {
      try {
        await sql`vacuum callback_request, note, attempt, statistics_waiting`.execute(db)
        return true
      } catch {
        return false
      }
    },
    ready: async () => {
      try {
        await sql`select 1`.execute(db)
      } catch (error) {
        throw asRefusal(error)
      }
    },
    close: async () => {
      await ears.close()
      await db.destroy()
    },
  }
}
