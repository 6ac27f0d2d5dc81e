/** The log is an allow-list: a field or a sentence that is not named here never reaches it, whoever logs it. */
import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { type DestinationStream, type Logger, pino } from 'pino'
import { prefixesOf } from '../network/prefixes.ts'

/** Which route, how it went, how long it took. No address, path, query, body, name or resident’s id. */
const FIELDS = ['reqId', 'method', 'route', 'status', 'ms', 'code', 'network', 'err', 'says'] as const
/** Of these it must be told whether one network guesses or many do. */
const GUESSES: readonly number[] = [401, 429]
/** Forgotten with the process, so that nobody can try addresses against the log. */
const key = randomBytes(32)
const networkOf = (address: string, day: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([day, prefixesOf(address)[0]?.network]))
    .digest('base64url')
    .slice(0, 8)

const INFO = pino.levels.values.info ?? 30

type Fault = { name?: unknown; code?: unknown; stack?: unknown }

/** An error without its message, which may quote what a person wrote: its kind, code and where it was thrown. */
function withoutMessage(fault: Fault) {
  const frames = String(fault?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return { name: String(fault?.name ?? 'Error'), code: fault?.code && String(fault.code), frames }
}

function allowed(entry: Record<string, unknown>) {
  const kept: Record<string, unknown> = {}
  for (const field of FIELDS) if (entry[field] !== undefined) kept[field] = entry[field]
  if (entry.err) kept.err = withoutMessage(entry.err as Fault)
  return kept
}

/**
 * The server’s log. Its own sentences go in the field `says`; messages given by libraries are dropped.
 * @param level pino level, or `silent`
 * @param sink where lines go; standard output unless a test reads them
 */
export function makeLog(level: string, sink?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        // here and not in a formatter: pino takes the message of an error before it formats
        logMethod(args, method, level) {
          const [first] = args as unknown[]
          const entry = first instanceof Error ? { err: first } : first
          const kept = typeof entry === 'object' && entry ? allowed(entry as Record<string, unknown>) : {}
          // of a library's mere message nothing is left: a line that says nothing helps only when it warns
          if (Object.keys(kept).length === 0 && level <= INFO) return
          method.apply(this, [kept] as unknown as Parameters<typeof method>)
        },
      },
    },
    sink ?? pino.destination(1),
  )
}

const told = new WeakMap<FastifyBaseLogger, Map<string, number>>()
/** Only names of what happened are counted: a sentence about content is for reading. */
const NAME = /^[a-z-]{1,40}$/

/** How often each name of what happened was told to a log, since the start. */
export function timesTold(log: FastifyBaseLogger): Map<string, number> {
  const known = told.get(log) ?? new Map<string, number>()
  told.set(log, known)
  return known
}

/** The acts’ and the storage’s own lines: a name of what happened, with counts and ids of areas. Each is counted by its name. */
export const telling =
  (log: FastifyBaseLogger) => (what: string, details?: Record<string, string | number>) => {
    const times = timesTold(log)
    if (NAME.test(what)) times.set(what, (times.get(what) ?? 0) + 1)
    log.warn({ says: details ? `${what} ${JSON.stringify(details)}` : what })
  }

/** The same for what is kept, and wants nobody. */
export const noting =
  (log: FastifyBaseLogger) =>
  (what: string, details: Record<string, string | number> = {}) =>
    log.info({ says: `${what} ${JSON.stringify(details)}` })

/** One line for each answer: the pattern of the route, never the address that was asked for. */
export function logAnswers(app: FastifyInstance) {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      code: request.problem,
      ...(GUESSES.includes(reply.statusCode) && {
        network: networkOf(request.ip, new Date().toISOString().slice(0, 10)),
      }),
    })
  })
}
