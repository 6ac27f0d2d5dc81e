/** SQLite: one file, one writer whose acts share commits, one reader beside it (WAL). */
import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Wake } from '../../events/wake.ts'
import { refuse } from '../../refusal.ts'
import type { StoreTables } from '../tables.ts'
import type { Db, Engine, Prepares, StoreLog } from './engine.ts'
import { asRefusal } from './failures.ts'
import { groupCommit, inTurn } from './group.ts'
import { answersAtOnce } from './prepared.ts'

type Raw = Database.Database

/** How long a write waits for another process's; it blocks the event loop, so it is short. */
const BUSY_MS = 1500
/** How often another process's commits are looked for, while anybody listens. */
const LOOK_MS = 200
const STATEMENTS = 500
/** The log is copied into the file after so many pages (16 MB): a page that changes often is copied once for many commits. */
const CHECKPOINT_PAGES = 4000
/** Ids, codes and numbers are random: their indexes should stay in memory. */
const CACHE_KB = 16_000

type Keeping = {
  prepare: Raw['prepare']
  /** how many statements that write have been asked for */
  writes: () => number
  close(): void
}

/** Compiling a statement costs more than running it: the last few hundred are kept. */
function keeping(raw: Raw): Keeping {
  const kept = new Map<string, Database.Statement>()
  let writes = 0
  const compiled = (source: string) => {
    if (kept.size >= STATEMENTS) kept.clear()
    const made = raw.prepare(source)
    kept.set(source, made)
    return made
  }
  const prepare = (source: string) => {
    const statement = kept.get(source) ?? compiled(source)
    if (!statement.readonly) writes += 1
    return statement
  }
  return { prepare: prepare as Raw['prepare'], writes: () => writes, close: () => raw.close() }
}

function kysely(database: Keeping): Db {
  const db: Db = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database }) })
  return answersAtOnce(db, (sql, parameters) => {
    const statement = database.prepare(sql)
    if (statement.reader) return statement.all(parameters)
    statement.run(parameters)
    return []
  })
}

const DURABLE = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 } as const

/** @throws a sentence when an acknowledged write could be lost */
export function assertDurable(pragma: (name: string) => unknown): void {
  for (const [name, wanted] of Object.entries(DURABLE)) {
    const found = pragma(name)
    if (found !== wanted)
      throw new Error(
        `SQLite does not keep what it acknowledges: ${name} is ${String(found)}, it must be ${wanted}.`,
      )
  }
}

function openFile(file: string): Raw {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 })
  const raw = new Database(file, { timeout: BUSY_MS })
  chmodSync(file, 0o600)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('secure_delete = ON')
  raw.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  raw.pragma(`cache_size = -${CACHE_KB}`)
  assertDurable((name) => raw.pragma(name, { simple: true }))
  return raw
}

/** Rings when another process has committed: SQLite counts commits of other connections. */
function watch(raw: Raw, wake: Wake): () => void {
  let seen = raw.pragma('data_version', { simple: true })
  const timer = setInterval(() => {
    if (wake.listeners() === 0) return
    const now = raw.pragma('data_version', { simple: true })
    if (now !== seen) wake.ring()
    seen = now
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Copies the WAL into the file and empties it: erased pages are overwritten there. False while a reader holds it. */
const emptyWal = (raw: Raw): boolean => {
  const [answer] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return answer?.busy === 0
}

/** The WAL cannot be emptied while a group of acts runs: a few tries between them. */
async function betweenGroups(idle: () => Promise<void>, empty: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 5; tries++) {
    await idle()
    if (await empty()) return true
  }
  return false
}

/** @param file path of the database; made when it is missing */
export async function openSqlite(
  file: string,
  options: { wake: Wake; log: StoreLog; tables: Prepares; broken: () => void },
): Promise<Engine> {
  const raw = openFile(file)
  const reading = new Database(file, { timeout: BUSY_MS, readonly: true })
  const kept = keeping(raw)
  const writer = kysely(kept)
  const reader = kysely(keeping(reading))
  const write = groupCommit(raw, writer, { ...options, writes: kept.writes })
  const turn = inTurn()
  await write(options.tables)
  const unwatch = watch(raw, options.wake)
  return {
    kind: 'sqlite',
    write,
    read: (look) =>
      turn(async () => {
        try {
          reading.exec('BEGIN')
          return await look(reader)
        } catch (error) {
          throw asRefusal(error)
        } finally {
          if (reading.inTransaction) reading.exec('COMMIT')
        }
      }),
    announce: async () => {},
    alone: async () => {}, // there is one writer
    scrub: () => betweenGroups(write.idle, () => turn(async () => !raw.inTransaction && emptyWal(raw))),
    ready: async () => {
      if (!write.isSound()) refuse('unavailable')
      try {
        reading.prepare('select 1 from migration').get()
      } catch (error) {
        throw asRefusal(error)
      }
    },
    close: async () => {
      unwatch()
      await write.idle()
      await reader.destroy()
      await writer.destroy()
      if (reading.open) reading.close()
      if (raw.open) raw.close()
    },
  }
}
