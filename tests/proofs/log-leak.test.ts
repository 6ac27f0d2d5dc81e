/** What people wrote, their codes and sessions reach no log, no figure and no last words of the process, whatever goes wrong. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { brokenServer } from '../support/broken.ts'
import { type Cluster, startCluster } from '../support/cluster.ts'
import { postgresOn, sqlite } from '../support/databases.ts'
import { isLong, size, tell, tellTwin } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { type Running, startProcess, until } from '../support/process.ts'
import { type Trace, tracesIn } from '../support/screen/traces.ts'
import {
  FALLS,
  failsInside,
  falls,
  type Ground,
  goesWell,
  groundOf,
  isAway,
  isFull,
  isLocked,
  isRefused,
  isTold,
  markersOf,
} from './trials/mishaps.ts'
import { coordinators, figuresOf, type Servers, startServers } from './trials/servers.ts'

const PROOF = 'log-leak'
const LONG = 1_800_000
/** An operator who writes down as much as a log can hold. */
const environment = { LOG_LEVEL: 'debug' }
/** The same of the database: every statement, with all that was given to it. */
const TALKATIVE = [
  'log_statement=all',
  'log_min_error_statement=info',
  'log_error_verbosity=verbose',
  'log_parameter_max_length=-1',
  'log_parameter_max_length_on_error=-1',
]

/** Names by which a table is asked, a station's and a username: an operator who wants every value written down sees these. */
const LOOKED_UP = ['name in an address', 'somebody’s username']

/** Of the long form: the short one is on SQLite. */
let cluster: Cluster
beforeAll(async () => {
  if (isLong) cluster = await startCluster(TALKATIVE)
})
afterAll(() => cluster?.stop())

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Everything that was written down, as files to be searched. */
function sinks() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-logs-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  const keep = (name: string, text: string) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, `${name}.log`), text)
  }
  return { folder, keep }
}

async function open(engine: Parameters<typeof startServers>[0], main?: string) {
  const servers = await startServers(engine, { count: 1, environment, ...(main !== undefined && { main }) })
  closing.push(servers.close)
  const [session] = await coordinators(servers, 1)
  if (!session) throw new Error('nobody signed in')
  return { servers, ground: await groundOf(servers, session) }
}

/** The process falls twice and is started again each time. @returns what each one printed, and its exit code */
async function fallTwice(servers: Servers, ground: Ground, id: string, main: string) {
  const said: { text: string; code: number | null }[] = []
  for (const how of ['falls', 'rejects'] as const) {
    const at = await startProcess(servers.environment, { main })
    servers.running.push(at)
    const code = await falls({ ...ground, at }, id, how)
    said.push({ text: at.output(), code })
  }
  return said
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.startsWith('{'))
const errorsIn = (text: string) => linesOf(text).filter((line) => /"level":"(error|fatal)"/.test(line))
const statuses = ({ answered }: Ground) =>
  [...answered].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status || 'cut'}`)
const where = (traces: Trace[]) => [...new Set(traces.map(({ file }) => file))].sort()

function judge(folder: string, ground: Ground, given: { printed: string; what: string }) {
  const { printed, what } = given
  const { traces, files, bytes } = tracesIn(folder, markersOf(ground))
  expect(traces).toEqual([])
  // it has written: an empty log would prove nothing
  expect(linesOf(printed).length).toBeGreaterThan(40)
  expect(errorsIn(printed).length).toBeGreaterThan(0)
  expect(printed).not.toMatch(/127\.0\.0\.1|::1|Bearer|cookie/i)
  tell(PROOF, what, {
    markers: Object.keys(markersOf(ground)).length,
    answers: statuses(ground).join(', '),
    'lines of the log': linesOf(printed).length,
    'of them errors': errorsIn(printed).length,
    'files searched': files,
    'bytes searched': bytes,
    traces: 0,
  })
}

describe('the log', () => {
  it('holds nothing that was said, on SQLite: done, refused, cut off, failed inside, locked out, disk full, fallen', {
    timeout: LONG,
  }, async () => {
    const { servers, ground } = await open(sqlite)
    const { folder, keep } = sinks()
    const file = servers.environment.DATABASE_URL?.split('sqlite:')[1] ?? ''
    const beside = new Database(file)
    closing.push(() => beside.close())
    const id = await goesWell(ground)
    await isRefused(ground, id)
    await isTold(ground)
    await failsInside(ground, id, async (statement) => beside.exec(statement))
    await isLocked(ground, file)
    keep('figures', await figuresOf(ground.at))
    keep('full', await isFull(ground, file))
    const fallen = isLong ? await fallTwice(servers, ground, id, await brokenServer('falls', [FALLS])) : []
    expect(fallen.map(({ code }) => code)).toEqual(size([], [1, 1]))
    for (const [index, { text }] of fallen.entries()) {
      expect(text).toMatch(/"level":"fatal"/)
      keep(`fallen-${index}`, text)
    }
    const printed = await wholeOf(ground.at)
    keep('printed', printed)
    judge(folder, ground, {
      printed,
      what: 'sqlite, log at debug: done, refused, cut off, failed inside, locked out, disk full, fallen',
    })
  })

  long(
    'holds nothing that was said, on PostgreSQL, whose own log writes down every statement with its values',
    {
      timeout: LONG,
    },
    async () => {
      const from = cluster.log().length
      const { servers, ground } = await open(postgresOn(() => cluster.url))
      const { folder, keep } = sinks()
      const id = await goesWell(ground)
      await isRefused(ground, id)
      await isTold(ground)
      await failsInside(ground, id, beside(servers))
      await isAway(ground, cluster.crash)
      keep('figures', await figuresOf(ground.at))
      const printed = await wholeOf(ground.at)
      keep('printed', printed)
      const log = () => cluster.log().slice(from)
      await until('the database has written down whom it was asked for', () =>
        LOOKED_UP.every((name) => log().includes(String(markersOf(ground)[name]))),
      )
      expect(log()).toMatch(/insert into "callback_request"/)
      expect(log()).toMatch(/[Pp]arameters: \$1 = /)
      const database = sinks()
      database.keep('postgres', log())
      const { traces } = tracesIn(database.folder, markersOf(ground))
      expect(traces.map(({ marker }) => marker).sort()).toEqual(LOOKED_UP)
      judge(folder, ground, {
        printed,
        what: 'postgres, log at debug, its own log of every statement and value: done, refused, cut off, failed inside, database away',
      })
      tell(PROOF, 'the log of PostgreSQL itself, at its most talkative', {
        bytes: log().length,
        'traces of residents, notes, codes, sessions and keys': 0,
        'looked up by their names, and seen by who asks for every value': LOOKED_UP.join(', '),
      })
    },
  )

  long(
    'red twin: a server that keeps messages, logs addresses, counts by address, seals no note and lets the machine speak last is found in every place',
    {
      timeout: LONG,
    },
    async () => {
      const main = await brokenServer('tells', TELLS)
      const from = cluster.log().length
      const { servers, ground } = await open(
        postgresOn(() => cluster.url),
        main,
      )
      const { folder, keep } = sinks()
      const id = await goesWell(ground)
      await isRefused(ground, id)
      keep('figures', await figuresOf(ground.at))
      keep('printed', await wholeOf(ground.at))
      for (const [index, { text }] of (await fallTwice(servers, ground, id, main)).entries())
        keep(`fallen-${index}`, text)
      const log = () => cluster.log().slice(from)
      await until('the database has written the note down', () => log().includes(ground.words.note))
      keep('postgres', log())
      const { traces } = tracesIn(folder, markersOf(ground))
      expect(where(traces)).toEqual([
        'fallen-0.log',
        'fallen-1.log',
        'figures.log',
        'postgres.log',
        'printed.log',
      ])
      tellTwin(
        PROOF,
        'messages kept, addresses logged and counted, notes not sealed, last words by the machine',
        {
          traces: traces.length,
          markers: [...new Set(traces.map(({ marker }) => marker))].join(', '),
          where: where(traces).join(', '),
        },
      )
    },
  )
})

/** All that a server has printed: it is told to end first, so that nothing is still on its way. */
async function wholeOf({ stop, output }: Running): Promise<string> {
  await stop()
  return output()
}

const beside = (servers: Servers) => async (statement: string) => {
  const client = new pg.Client({ connectionString: servers.environment.DATABASE_URL })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const TELLS = [
  FALLS,
  {
    file: 'server/guard/log.ts',
    find: "return { name: String(fault?.name ?? 'Error'),",
    put: 'return { name: String(fault),',
  },
  {
    file: 'server/guard/log.ts',
    find: "route: request.routeOptions.url ?? 'unknown'",
    put: 'route: request.url',
  },
  {
    file: 'server/guard/metrics.ts',
    find: "const route = request.routeOptions.url ?? 'unknown'",
    put: 'const route = request.url',
  },
  {
    file: 'server/callbacks/note.ts',
    find: 'const sealed = tx.seal.note(row, number, text)',
    put: 'const sealed = text',
  },
  {
    file: 'server/process.ts',
    find: 'log.fatal({ err })\n    process.exit(1)',
    put: 'throw err',
  },
]
