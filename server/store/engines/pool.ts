/** Connections to PostgreSQL that give up soon: a lost database is told within two seconds. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { StoreLog } from './engine.ts'
import { isLost } from './failures.ts'

/** The one channel; its payload is the organisation whose log grew. */
export const CHANNEL = 'kynnys_event'
const INT8 = 20

/** int8 as number: counters and milliseconds are far below 2⁵³. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

const LIMITS = {
  max: 10,
  connectionTimeoutMillis: 1500,
  statement_timeout: 1500,
  lock_timeout: 1400,
  idle_in_transaction_session_timeout: 5000,
  /** the client's own: when the other end has vanished nobody else can tell */
  query_timeout: 1700,
  keepAlive: true,
}

/** A connection that failed once answers with the same failure at once and is not used again. */
function guarded(client: pg.PoolClient, released: (lost?: Error) => void): PostgresPoolClient {
  let broken: Error | undefined
  const query = async (text: string, values: readonly unknown[]) => {
    if (broken) throw broken
    try {
      return await client.query(text, [...values])
    } catch (error) {
      if (error instanceof Error && isLost(error)) broken = error
      throw error
    }
  }
  const release = () => {
    client.release(broken)
    released(broken)
  }
  return { query: query as unknown as PostgresPoolClient['query'], release }
}

type Waiting = { resolve(): void; reject(error: Error): void }

/**
 * Acts wait in turn for a free connection as long as others get on; when one loses its connection, all who
 * wait are told at once instead of each finding out for itself.
 */
function turnstile(places: number) {
  let free = places
  let waiting: Waiting[] = []
  const enter = () =>
    new Promise<void>((resolve, reject) => {
      if (free === 0) return void waiting.push({ resolve, reject })
      free -= 1
      resolve()
    })
  const leave = (lost?: Error) => {
    if (lost) {
      for (const { reject } of waiting) reject(lost)
      waiting = []
    }
    const next = waiting.shift()
    if (next) next.resolve()
    else free += 1
  }
  return { enter, leave }
}

export function createPool(url: string, log: StoreLog): PostgresPool {
  const pool = new pg.Pool({ connectionString: url, types: TYPES, ...LIMITS })
  const { enter, leave } = turnstile(LIMITS.max)
  pool.on('error', (error) =>
    log('connection-lost', { code: String((error as { code?: unknown }).code ?? 'unknown') }),
  )
  const connect = async () => {
    await enter()
    try {
      return guarded(await pool.connect(), leave)
    } catch (error) {
      leave(error instanceof Error ? error : new Error('no connection'))
      throw error
    }
  }
  // one that breaks between two queries of an act has no other ear, and an error nobody hears ends the process
  pool.on('connect', (client) => client.on('error', () => {}))
  return { connect, end: () => pool.end() }
}
