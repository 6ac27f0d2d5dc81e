/** What the two databases have in common; `sqlite.ts` and `postgres.ts` hold all in which they differ. */
import type { Kysely } from 'kysely'
import type { StoreTables } from '../tables.ts'

export type Db = Kysely<StoreTables>

/** What is worth a line in the log: never a value from a row. */
export type StoreLog = (what: string, details?: Record<string, string | number>) => void

/** Brings the tables up to date, or refuses those that are not. */
export type Prepares = (db: Db) => Promise<unknown>

export type Engine = {
  kind: 'sqlite' | 'postgres'
  /** one atomic act, run again when another process got in its way; settled when it is durable */
  write<T>(act: (db: Db) => Promise<T>): Promise<T>
  /** one consistent view */
  read<T>(look: (db: Db) => Promise<T>): Promise<T>
  /** tells the other processes, from inside the act, that the organisation's log has grown */
  announce(db: Db, organisation: string): Promise<void>
  /** from inside the act: until it ends, no other act that names the same key goes on */
  alone(db: Db, key: string): Promise<void>
  /** makes erased bytes unreadable in the files, as far as the engine can; false: try again later */
  scrub(): Promise<boolean>
  /** @throws Refusal `unavailable` */
  ready(): Promise<void>
  close(): Promise<void>
}
