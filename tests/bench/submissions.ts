/** Durable submissions a second, beside the same server with storage switched off, a server that only judges, and the bare engine. */
import path from 'node:path'
import Database from 'better-sqlite3'
import { asking } from '../support/asking.ts'
import { brokenServer } from '../support/broken.ts'
import { type Running, startProcess } from '../support/process.ts'
import { type Figure, interleave, type Measure, ratioOf, spread } from './bench.ts'
import { bareEngine } from './floor/bare-engine.ts'
import { load, written } from './load.ts'
import { type Place, place, revisionOf, serve } from './serving.ts'

const ROUNDS = 7
const EACH = 1500
const LINES = 32
const PATH = '/api/callback-requests'

/** Nobody is put off to later days: looking for room is measured elsewhere. */
function withRoom({ file }: Place): void {
  const database = new Database(file)
  database.prepare('update area set capacity = 1000000').run()
  database.close()
}

const withoutStorage = (): Promise<string> => {
  const file = 'server/callbacks/submit.ts'
  const code = "import { phoneOf } from './code.ts'"
  return brokenServer('without-storage', [
    {
      file,
      find: code,
      put: `${code}\nimport { switchedOff } from '../../tests/bench/floor/switched-off.ts'`,
    },
    { file, find: 'await deps.store.record(', put: 'await switchedOff(deps.store)(' },
  ])
}

/** Each round sends people nobody has seen before. */
function sending(server: Running, revision: string) {
  return async () => {
    const on = new Date().toISOString().slice(0, 10)
    const requests = Array.from({ length: EACH }, () =>
      written({ method: 'POST', path: PATH }, asking(revision, { on })),
    )
    const { rate, other } = await load(server.port, requests, { lines: LINES, wanted: 201 })
    if (other > 0) throw new Error(`${other} of ${EACH} submissions were not answered 201.`)
    return rate
  }
}

function stored({ file }: Place): number {
  const database = new Database(file, { readonly: true })
  const row = database.prepare('select count(*) as count from callback_request').get() as { count: number }
  database.close()
  return row.count
}

async function figures(at: Place, running: Running[], say: (progress: string) => void): Promise<Figure[]> {
  withRoom(at)
  const started = async (server: Promise<Running>) => {
    running.push(await server)
    return running.at(-1) as Running
  }
  const server = await started(serve(at))
  const off = await started(serve(at, await withoutStorage()))
  const echo = await started(
    startProcess(
      { TSX_TSCONFIG_PATH: 'tests/tsconfig.json', NODE_OPTIONS: '--import tsx' },
      {
        main: 'tests/bench/floor/echo-server.ts',
      },
    ),
  )
  const revision = await revisionOf(server)
  const variants = {
    ours: sending(server, revision),
    off: sending(off, revision),
    echo: sending(echo, revision),
    alone: async () => bareEngine(path.join(`${at.file}.bare`), EACH, 1),
    together: async () => bareEngine(path.join(`${at.file}.bare`), EACH * 10, LINES),
  }
  for (const warm of Object.values(variants)) await warm()
  const before = stored(at)
  const rates = await interleave(variants, ROUNDS, say)
  const lost = ROUNDS * EACH - (stored(at) - before)
  if (lost !== 0) throw new Error(`${lost} acknowledged submissions are not in the table.`)
  const ratio = ratioOf(rates.ours, rates.off)
  return [
    {
      what: `durable submissions, ${LINES} residents at once`,
      ours: spread(rates.ours, '/s'),
      beside: {
        'the same server, storage switched off': spread(rates.off, '/s'),
        'a server that only judges the body': spread(rates.echo, '/s'),
        'SQLite alone, a commit for each row': spread(rates.alone, '/s'),
        [`SQLite alone, ${LINES} rows a commit`]: spread(rates.together, '/s'),
      },
      ratio,
      goal: 'at least 0.85 of the same server without storage',
      held: ratio >= 0.85,
    },
  ]
}

export const submissions: Measure = {
  name: 'submissions',
  async run(say) {
    const at = place()
    const running: Running[] = []
    try {
      return await figures(at, running, say)
    } finally {
      await Promise.all(running.map(({ stop }) => stop('SIGKILL')))
      at.remove()
    }
  },
}
