/** Connections to PostgreSQL that give up soon: a lost database is told within two seconds. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { StoreLog } from './engine.ts'
import { isAway } from './failures.ts'

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
function guarded(client: pg.PoolClient): PostgresPoolClient {
  let broken: Error | undefined
  const query = async (text: string, values: readonly unknown[]) => {
    if (broken) throw broken
    try {
      return await client.query(text, [...values])
    } catch (error) {
      if (error instanceof Error && isAway(error)) broken = error
      throw error
    }
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(broken) }
}

export function createPool(url: string, log: StoreLog): PostgresPool {
  const pool = new pg.Pool({ connectionString: url, types: TYPES, ...LIMITS })
  pool.on('error', (error) =>
    log('connection-lost', { code: String((error as { code?: unknown }).code ?? 'unknown') }),
  )
  return { connect: async () => guarded(await pool.connect()), end: () => pool.end() }
}
