/** The ear of a process: LISTENs, listens again after a lost connection, and looks now and then in case it missed a ring. */
import pg from 'pg'
import type { Wake } from '../../events/wake.ts'
import type { StoreLog } from './engine.ts'
import { CHANNEL } from './pool.ts'

/** How soon a lost connection is tried again, and how often everybody looks anyway. */
const AGAIN_MS = 500
const ANYWAY_MS = 5000

export type Ears = { close(): Promise<void> }

export function listen(url: string, wake: Wake, log: StoreLog): Ears {
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const lost = (mine: pg.Client) => {
    if (closed || client !== mine) return
    client = undefined
    log('listening-lost')
    mine.end().catch(() => {})
    retry = setTimeout(connect, AGAIN_MS).unref()
  }
  const connect = () => {
    const mine = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1500, keepAlive: true })
    client = mine
    mine.on('error', () => lost(mine))
    mine.on('end', () => lost(mine))
    mine.on('notification', ({ payload }) => wake.ring(payload))
    mine
      .connect()
      .then(() => mine.query(`LISTEN ${CHANNEL}`))
      .then(() => wake.ring()) // what was written while nobody listened
      .catch(() => lost(mine))
  }
  connect()
  const anyway = setInterval(() => wake.ring(), ANYWAY_MS).unref()
  return {
    async close() {
      closed = true
      clearInterval(anyway)
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
