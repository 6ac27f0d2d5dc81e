/** What is asked all day, with a million rows of the past in each table that grows, beside the same with a thousand. */
import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { asking } from '../support/asking.ts'
import type { Running } from '../support/process.ts'
import { type Figure, interleave, type Measure, ratioOf, spread } from './bench.ts'
import { load, written } from './load.ts'
import { type Place, place, revisionOf, serve, signIn } from './serving.ts'

const FEW = 1000
const MANY = 1_000_000
/** Open requests, the same in both: the page shows the first hundred of them. */
const OPEN = 150
const ROUNDS = 15
const EACH = 20
const TOKEN = randomBytes(16).toString('hex')

/** Columns of a row of the past, besides those that are as in the row that it is a copy of. */
const PAST: Record<string, Record<string, string>> = {
  // closed, and erased by nobody yet; nobody opens it, and so it holds no answers
  callback_request: {
    id: "'past-' || number",
    code_index: "'past-' || number",
    reference: "'past-' || number",
    phone_index: 'null',
    status: "'closed'",
    closed_at: 'received_at + number',
    recorded: '1',
    outcome: "'other'",
    sealed: "''",
  },
  event: { number: '-past.number', request: "'past-' || past.number" },
  access_log: { number: '-past.number', request: "'past-' || past.number" },
  gone: { id: "'past-' || number", code_index: "'past-' || number" },
  statistics: { row: "'past-' || number", day: "date('now', '-' || (number % 390) || ' days')" },
}
/** None has been moved yet of which the others could be copies. */
const FIRST_MOVED = `insert into statistics (organisation, row, day, hour, area, lane, segment, life_areas, language, revision, dont_know_steps,
  attempts, same_day, within_promise, failure_demand, outcome)
  select organisation, 'first', '2026-01-01', 9, 'north', 'guidance', 'callback', '[]', 'fi', 'r1', '[]', 1, 1, 1, 0, 'other' from organisation`

/** Rows as years of use would leave them: copies of one that was really written. */
function fill({ file }: Place, count: number): void {
  const database = new Database(file)
  database.exec(FIRST_MOVED)
  for (const [table, own] of Object.entries(PAST)) {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    const values = columns.map((name) => own[name] ?? `one.${name}`)
    database.exec(`with recursive past(number) as (select 1 union all select number + 1 from past where number < ${count})
      insert into ${table} (${columns.join(', ')})
      select ${values.join(', ')} from past, (select * from ${table} limit 1) as one`)
  }
  database.exec('analyze')
  database.close()
}

type Asked = 'page' | 'request' | 'promises' | 'figures' | 'statistics' | 'archive'
const NAMES: Record<Asked, string> = {
  page: 'a page of the queue',
  request: 'a callback request',
  promises: 'the promises',
  figures: 'the figures (/metrics)',
  statistics: 'a month of statistics',
  archive: 'a page of what is closed and kept',
}

/** @returns milliseconds that each of what is asked takes, when it is asked */
async function askedOf(at: Place, count: number, running: Running[]) {
  const server = await serve({ ...at, environment: { ...at.environment, METRICS_TOKEN: TOKEN } })
  running.push(server)
  const revision = await revisionOf(server)
  const on = new Date().toISOString().slice(0, 10)
  const post = () => written({ method: 'POST', path: '/api/callback-requests' }, asking(revision, { on }))
  await load(server.port, Array.from({ length: OPEN }, post), { lines: 8, wanted: 201 })
  const gone = asking(revision, { on })
  await load(server.port, [written({ method: 'POST', path: '/api/callback-requests' }, gone)], {
    lines: 1,
    wanted: 201,
  })
  const headers = { authorization: `Bearer ${gone.code}`, 'content-type': 'application/json' }
  const taken = await fetch(`${server.url}/api/callback-requests/mine`, { method: 'DELETE', headers })
  if (!taken.ok) throw new Error(`The withdrawal was answered ${taken.status}: ${await taken.text()}`)
  fill(at, count)
  // meanwhile the server has closed the line that nothing was asked on: that must be heard before something is
  for (let turn = 0; turn < 5; turn++) await new Promise((heard) => setImmediate(heard))
  const { cookie = '' } = await signIn(at, server)
  const get =
    (path: string, more: Record<string, string> = {}) =>
    () =>
      written({ method: 'GET', path, headers: more })
  const requests: Record<Asked, () => Buffer> = {
    page: get('/api/desk/queue', { cookie }),
    request: post,
    promises: get('/api/promises?station=laukaa'),
    figures: get('/metrics', { authorization: `Bearer ${TOKEN}` }),
    statistics: get('/api/desk/statistics', { cookie }),
    archive: get('/api/desk/archive?of=areas&from=kept', { cookie }),
  }
  return async (what: Asked): Promise<number> => {
    const wanted = what === 'request' ? 201 : 200
    const asked = Array.from({ length: EACH }, requests[what])
    const { rate, other } = await load(server.port, asked, { lines: 1, wanted })
    if (other > 0) throw new Error(`${other} of ${EACH} of ${NAMES[what]} were not answered ${wanted}.`)
    return 1000 / rate
  }
}

async function figures(
  places: readonly [Place, Place],
  running: Running[],
  say: (progress: string) => void,
): Promise<Figure[]> {
  say(`${MANY} rows are written`)
  const few = await askedOf(places[0], FEW, running)
  const many = await askedOf(places[1], MANY, running)
  const told: Figure[] = []
  for (const what of Object.keys(NAMES) as Asked[]) {
    for (let warm = 0; warm < 3; warm++) {
      await few(what)
      await many(what)
    }
    const times = await interleave({ many: () => many(what), few: () => few(what) }, ROUNDS, say)
    const ratio = ratioOf(times.many, times.few)
    told.push({
      what: `${NAMES[what]}, ${MANY} rows in each table that grows`,
      ours: spread(times.many, 'ms'),
      beside: { [`the same, ${FEW} rows`]: spread(times.few, 'ms') },
      ratio,
      goal: 'at most 2 of the same with few',
      held: ratio <= 2,
    })
  }
  return told
}

export const growth: Measure = {
  name: 'growth',
  async run(say) {
    const places = [place(), place()] as const
    const running: Running[] = []
    try {
      return await figures(places, running, say)
    } finally {
      await Promise.all(running.map(({ stop }) => stop('SIGKILL')))
      for (const at of places) at.remove()
    }
  },
}
