/** What the drivers' errors mean: try again, or the database is away. */
import { Refusal } from '../../refusal.ts'

const RETRY = new Set(['40001', '40P01', '23505'])
/** 25006: it takes no writes (a standby, or set so); XX001 and XX002: its files are damaged. */
const AWAY =
  /^(08|57P|53|58)|^(57014|55P03|25P03|25006|XX001|XX002)$|^E[A-Z]+$|^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL)/
const AWAY_SAYS =
  /timeout exceeded when trying to connect|read timeout|connection terminated|connection error|connection is not open|not queryable|pool (after|is)/i

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** Another transaction got in the way (a deadlock, or the same new row): the same act may succeed now. */
export const worthRetrying = (error: unknown): boolean => RETRY.has(codeOf(error))

/** The database cannot be reached, is stopping, full or too slow. */
export const isAway = (error: unknown): boolean =>
  AWAY.test(codeOf(error)) || (error instanceof Error && AWAY_SAYS.test(error.message))

/** Too slow a statement, or a lock that another holds too long: the connection itself is sound. */
const SLOW = new Set(['57014', '55P03'])

/** Nothing was done, and the database is there: it may be asked again. */
export const isSlow = (error: unknown): boolean => SLOW.has(codeOf(error))

/** The connection is lost, not only the statement. */
export const isLost = (error: unknown): boolean => isAway(error) && !isSlow(error)

/** The error as the outside may know it: `unavailable` when the database is away, else itself. */
export const asRefusal = (error: unknown): unknown =>
  !(error instanceof Refusal) && isAway(error)
    ? new Refusal('unavailable', { cause: error, retryAfter: 5 })
    : error
