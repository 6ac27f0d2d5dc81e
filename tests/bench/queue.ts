/** The queue's page with a hundred thousand requests in the table, beside the same page with a thousand. */
import Database from 'better-sqlite3'
import { asking } from '../support/asking.ts'
import type { Running } from '../support/process.ts'
import { type Figure, interleave, type Measure, ratioOf, spread } from './bench.ts'
import { load, written } from './load.ts'
import { type Place, place, revisionOf, serve, signIn } from './serving.ts'

const FEW = 1000
const MANY = 100_000
/** Open requests, the same in both: the page shows the first hundred of them. */
const OPEN = 150
const ROUNDS = 15
const EACH = 20

/** Closed requests of the past, as rows: copies of one that was really received, erased by nobody yet. */
function fill({ file }: Place, count: number): void {
  const database = new Database(file)
  const columns = (database.pragma('table_info(callback_request)') as { name: string }[]).map(
    ({ name }) => name,
  )
  const own: Record<string, string> = {
    id: "'past-' || number",
    code_index: "'past-' || number",
    reference: "'past-' || number",
    phone_index: 'null',
    status: "'closed'",
    closed_at: 'received_at + number',
    recorded: '1',
    outcome: "'other'",
  }
  const values = columns.map((name) => own[name] ?? name)
  database.exec(`with recursive past(number) as (select 1 union all select number + 1 from past where number < ${count})
    insert into callback_request (${columns.join(', ')})
    select ${values.join(', ')} from past, (select * from callback_request limit 1)`)
  database.exec('analyze')
  database.close()
}

async function queueOf(at: Place, count: number, running: Running[]): Promise<() => Promise<number>> {
  const server = await serve(at)
  running.push(server)
  const revision = await revisionOf(server)
  const on = new Date().toISOString().slice(0, 10)
  const requests = Array.from({ length: OPEN }, () =>
    written({ method: 'POST', path: '/api/callback-requests' }, asking(revision, { on })),
  )
  await load(server.port, requests, { lines: 8, wanted: 201 })
  fill(at, count - OPEN)
  // meanwhile the server has closed the line that nothing was asked on: that must be heard before something is
  for (let turn = 0; turn < 5; turn++) await new Promise((heard) => setImmediate(heard))
  const { cookie = '' } = await signIn(at, server)
  const look = written({ method: 'GET', path: '/api/desk/queue', headers: { cookie } })
  return async () => {
    const { rate, other } = await load(server.port, Array(EACH).fill(look), { lines: 1, wanted: 200 })
    if (other > 0) throw new Error(`${other} of ${EACH} pages of the queue were not answered 200.`)
    return 1000 / rate
  }
}

async function figures(
  places: readonly [Place, Place],
  running: Running[],
  say: (progress: string) => void,
): Promise<Figure[]> {
  const few = await queueOf(places[0], FEW, running)
  const many = await queueOf(places[1], MANY, running)
  for (let warm = 0; warm < 3; warm++) {
    await few()
    await many()
  }
  const times = await interleave({ many, few }, ROUNDS, say)
  const ratio = ratioOf(times.many, times.few)
  return [
    {
      what: `a page of the queue, ${MANY} requests in the table`,
      ours: spread(times.many, 'ms'),
      beside: { [`the same page, ${FEW} requests`]: spread(times.few, 'ms') },
      ratio,
      goal: 'at most 2 of the page with few',
      held: ratio <= 2,
    },
  ]
}

export const queuePage: Measure = {
  name: 'queue',
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
