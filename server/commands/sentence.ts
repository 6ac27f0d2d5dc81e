/** What an operator reads when a program cannot start: a sentence that says what to do, a stack only for our own faults. */
import { ConfigError } from '../config.ts'
import { ContentError } from '../content/publishing/publish.ts'

type Fault = Error & { code?: string; syscall?: string; path?: string; port?: number; routine?: string }

const PORTS: Record<string, string> = {
  EADDRINUSE: 'is in use: stop what listens there, or set PORT to another',
  EACCES: 'may not be listened on by this user: set PORT to one above 1023',
}

/** @returns one or more lines, without a line break at the end */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code = '', syscall, path, port, routine, message } = error as Fault
  // `parseArgs`: what it says is written for who typed it, but for its advice on dashes
  if (code.startsWith('ERR_PARSE_ARGS')) return `${message.split('. To specify')[0]}. --help has every word.`
  if (syscall === 'listen' && PORTS[code]) return `Port ${port} ${PORTS[code]}.`
  if (path !== undefined && code) return `${path} cannot be used (${code}): look at its place and its rights.`
  if (code.startsWith('SQLITE_'))
    return `The database file of DATABASE_URL cannot be used (${code}): ${message}.`
  if (routine !== undefined) return `The database of DATABASE_URL refuses (${code}): ${message}.`
  if (/^E[A-Z]+$/.test(code))
    return `The database of DATABASE_URL does not answer (${code}): start it, or correct the address.`
  // what our own code refuses at a start is written as a sentence; a TypeError is a fault of ours
  return isOurs(error) ? message : String(error.stack ?? message)
}

const isOurs = (error: Error) =>
  error.constructor === Error || error instanceof ConfigError || error instanceof ContentError
