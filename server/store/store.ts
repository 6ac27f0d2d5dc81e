/** What the rest of the house may ask of storage: types only, no SQL. */
import type { Clock } from '../clock.ts'
import type { Wake } from '../events/wake.ts'
import type { DataKeys } from '../seal/keys.ts'
import type { StoreLog } from './engines/engine.ts'
import type { Fate } from './health/fate.ts'
import type { Ledger } from './logs/ledger.ts'
import type { Repositories } from './repositories.ts'
import type { OrganisationRow } from './tables.ts'

/** Everything of one organisation, as it stands in one moment. */
export type View = Repositories
/** The same inside a writing act, with the two logs that every change is written to. */
export type Tx = Repositories &
  Ledger & {
    /** until the act ends, no other act of the organisation that names the same key goes on */
    alone(key: string): Promise<void>
  }

export type Store = {
  engine: 'sqlite' | 'postgres'
  /**
   * The only way to write: all of the act or nothing, durable when the promise settles. An act awaits only its `tx`
   * and may run twice (another transaction or act got in its way).
   * @throws what the act throws; Refusal `unavailable` when the database is away
   */
  record<T>(organisation: string, act: (tx: Tx) => Promise<T>): Promise<T>
  /** One consistent view; a look awaits only its view. */
  read<T>(organisation: string, look: (view: View) => Promise<T>): Promise<T>
  organisations(): Promise<OrganisationRow[]>
  /** rings when the organisation's log may have grown, here or in another process; @returns how to stop */
  onWrite(organisation: string, wake: () => void): () => void
  /** makes the bytes of erased rows unreadable, for all who wait at once; false: a reader was in the way, it is tried again in a minute */
  scrub(): Promise<boolean>
  /** settles when the database answers and, after a commit that failed, has stored something; @throws Refusal `unavailable` */
  ready(): Promise<void>
  /** how the commits have gone since the start */
  fate(): Fate
  close(): Promise<void>
}

export type StoreOptions = {
  /** `sqlite:PATH` or `postgres://…` */
  databaseUrl: string
  keys: DataKeys
  clock: Clock
  log?: StoreLog
  wake?: Wake
  /** who only looks: the tables are not brought up to date, and older ones are refused */
  asItIs?: boolean
  /** the disk failed under a commit: nobody knows what it holds, only a new start can tell */
  broken?: () => void
}
