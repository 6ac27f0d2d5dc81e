/** Every desk ends with the database's queue and has heard each event once, however often its line or a server goes. */
import { beforeAll, describe, it, type TestContext } from 'vitest'
import type { Queue } from '#core/contract/desk.ts'
import type { Event } from '#core/contract/event.ts'
import { seeded } from '#core/walk/random.ts'
import { brokenServer } from '../support/broken.ts'
import { engines, sqlite, type TestEngine } from '../support/databases.ts'
import { isLong, size, tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { startProcess, until } from '../support/process.ts'
import { CUTS, type Cut, type Line, lineThatBreaks } from './trials/cut-line.ts'
import { type Desk, deskProgram, openDesk } from './trials/desks.ts'
import { coordinators, revisionOf, type Servers, type Session, startServers } from './trials/servers.ts'
import { work } from './trials/traffic.ts'

const PROOF = 'live'
const DESKS = size(4, 20)
const EVENTS = size(40, 2000)
const KILLS = size(1, 10)
const HANDS = size(2, 4)
/** A desk's own times are divided by it: half a minute of silence is much for a short trial, and a few seconds few for a busy machine. */
const FASTER = size(6, 2)
/** No two cuts of any line are further apart, ms. */
const PAUSE = size(150, 300)
const SEED = Number(process.env.KYNNYS_SEED ?? 20_261_127)
const LONG = 1_800_000

type Seat = { session: Session; line: Line; desk: Desk }
/** Called when a trial's test has finished, the last first. */
type Ending = TestContext['onTestFinished']
type Trial = { servers: Servers; seats: Seat[]; main: string | undefined }

let shipped = ''
let forgetful = ''
// before all trials: while something is built, this process answers no database in time
beforeAll(async () => {
  shipped = await deskProgram()
  if (!isLong) return
  forgetful = await brokenServer('forgetful-feed', [
    { file: 'server/events/feed.ts', find: 'let cursor = Math.min(after, last)', put: 'let cursor = last' },
  ])
})

const logOf = ({ store, organisation }: Servers, after = 0): Promise<Event[]> =>
  store.read(organisation, (view) => view.log.after(after, 1_000_000))
const lastOf = ({ store, organisation }: Servers) => store.read(organisation, (view) => view.log.last())

async function openSeats(servers: Servers, program: string, atEnd: Ending): Promise<Seat[]> {
  const where = seeded(SEED)
  const port = () => where.pick(servers.running).port
  const seats: Seat[] = []
  for (const [index, session] of (await coordinators(servers, DESKS)).entries()) {
    // the first two read slowly
    const line = await lineThatBreaks(port, index < 2 ? 20 : 0)
    atEnd(line.close)
    const desk = await openDesk({ program, url: line.url, cookie: session.cookie, faster: FASTER })
    atEnd(desk.leave)
    seats.push({ session, line, desk })
  }
  return seats
}

/** Cuts one line after the other until it is told to stop. */
function cutting({ seats }: Trial, atEnd: Ending) {
  const random = seeded(SEED + 1)
  const counts: Record<Cut, number> = { close: 0, reset: 0, stall: 0 }
  let going = true
  const run = async () => {
    while (going) {
      const how = random.pick([...CUTS])
      if (random.pick(seats).line.cut(how) > 0) counts[how] += 1
      await new Promise((resolve) => setTimeout(resolve, random.below(PAUSE)))
    }
  }
  const ended = run()
  const stop = async () => {
    going = false
    await ended
  }
  atEnd(stop)
  return { counts, stop }
}

/** Kills a server without a word and starts it again at the same address. */
async function killOne({ servers, main }: Trial, index: number) {
  const { port, stop } = servers.running[index] as Servers['running'][number]
  await stop('SIGKILL')
  const again = { ...servers.environment, PORT: String(port) }
  servers.running[index] = await startProcess(again, { ...(main !== undefined && { main }) })
}

/** Work until the log is long enough, and a kill each time that a part of it is done. */
async function busy(trial: Trial) {
  const { servers, seats } = trial
  const given = {
    servers,
    sessions: seats.map(({ session }) => session),
    revision: await revisionOf(servers),
  }
  const first = await lastOf(servers)
  const done = async () => (await lastOf(servers)) - first
  const enough = async () => (await done()) >= EVENTS
  const kills = async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      await until('the next kill is due', async () => (await done()) > (EVENTS * (kill + 0.3)) / KILLS, LONG)
      await killOne(trial, kill % servers.running.length)
    }
  }
  const hands = Array.from({ length: HANDS }, (_, hand) =>
    work({ ...given, enough, random: seeded(SEED + 10 + hand) }),
  )
  await Promise.all([kills(), ...hands])
}

const numbersOf = ({ desk }: Seat) => desk.heard.flatMap(({ numbers }) => numbers)

/** What a desk has heard, beside the log from where it began. */
function heardBy(seat: Seat, last: number) {
  const numbers = numbersOf(seat)
  const once = new Set(numbers)
  const first = seat.desk.heard[0]?.after ?? 0
  return {
    missed: last - first - once.size,
    twice: numbers.length - once.size,
    'out of order': numbers.filter((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0)).length,
  }
}

/** What should be in the queue, from the log alone. */
function waitingAfter(log: Event[]): Set<string> {
  const ids = new Set<string>()
  for (const { type, request = '' } of log) {
    if (type === 'request-received') ids.add(request)
    if (type === 'request-closed') ids.delete(request)
  }
  return ids
}

/** The whole queue as the server tells it now, page by page. */
async function freshQueue({ at, cookie }: Session): Promise<Queue> {
  const page = async (after = ''): Promise<Queue> => {
    const answer = await fetch(`${at.url}/api/desk/queue${after && `?after=${after}`}`, {
      headers: { cookie },
    })
    const found = (await answer.json()) as Queue
    if (found.after === undefined) return found
    const rest = await page(found.after)
    return { ...found, rows: [...found.rows, ...rest.rows] }
  }
  return page()
}

/** Who takes part instead of what ships. */
type Twins = { main?: string; program?: string }

/** The whole trial. @param settled when a desk has come to rest after the last event */
async function run(
  { engine, atEnd }: { engine: TestEngine; atEnd: Ending },
  settled: (seat: Seat, last: number) => boolean,
  { main, program = shipped }: Twins = {},
) {
  const servers = await startServers(engine, { ...(main !== undefined && { main }) })
  atEnd(servers.close)
  const seats = await openSeats(servers, program, atEnd)
  const trial: Trial = { servers, seats, main }
  const began = Date.now()
  const { counts, stop } = cutting(trial, atEnd)
  await busy(trial)
  await stop()
  const last = await lastOf(servers)
  const rest = Date.now()
  const restless = () => seats.filter((seat) => !settled(seat, last))
  await until(`all desks come to rest (seed ${SEED})`, () => restless().length === 0, LONG / 2)
  const heard = seats.map((seat) => heardBy(seat, last))
  const sum = (what: keyof (typeof heard)[number]) => heard.reduce((all, one) => all + one[what], 0)
  return {
    servers,
    seats,
    heard,
    last,
    figures: {
      desks: seats.length,
      events: last,
      closed: counts.close,
      reset: counts.reset,
      'made silent': counts.stall,
      'servers killed': KILLS,
      connections: seats.reduce((all, { desk }) => all + desk.heard.length, 0),
      missed: sum('missed'),
      twice: sum('twice'),
      'out of order': sum('out of order'),
      'seconds to rest': ((Date.now() - rest) / 1000).toFixed(1),
      seconds: ((Date.now() - began) / 1000).toFixed(1),
    },
  }
}

const queueStands = ({ desk }: Seat, last: number) => desk.state().queue?.number === last
const heardAll = (seat: Seat, last: number) => queueStands(seat, last) && numbersOf(seat).at(-1) === last

for (const engine of engines.slice(size(-1, 0)))
  describe(`desks on two servers whose lines and servers go (${engine.name})`, () => {
    it('hear every event once and in order, and end with the queue of the database', {
      timeout: LONG,
    }, async ({ expect, onTestFinished: atEnd }) => {
      const { servers, seats, heard, figures } = await run({ engine, atEnd }, heardAll)
      for (const one of heard) expect(one, `seed ${SEED}`).toEqual({ missed: 0, twice: 0, 'out of order': 0 })
      const log = await logOf(servers)
      const ids = waitingAfter(log)
      for (const { desk, session } of seats) {
        const { rows, number } = await freshQueue(session)
        expect(desk.state().queue).toMatchObject({ rows, number })
        expect(rows.filter(({ id }) => !ids.has(id))).toEqual([])
        const shown = new Set(rows.map(({ id }) => id))
        expect([shown.size, rows.length]).toEqual([ids.size, ids.size])
      }
      // every desk was cut off at least once on the average: otherwise nothing was tried
      expect(figures.connections).toBeGreaterThan(2 * DESKS)
      tell(PROOF, `${engine.name}: desks on two servers`, {
        ...figures,
        waiting: ids.size,
        tried: log.filter(({ type }) => type === 'attempt-made').length,
      })
    })
  })

longDescribe('the trial of desks and lines', () => {
  // once: what is wrong does not depend on the engine
  it('red twin: a server that goes on from now, not from where the desk stands, is found out', {
    timeout: LONG,
  }, async ({ expect, onTestFinished: atEnd }) => {
    const { figures } = await run({ engine: sqlite, atEnd }, queueStands, { main: forgetful })
    expect(figures.missed).toBeGreaterThan(0)
    tellTwin(PROOF, 'sqlite: the feed goes on from now, not from where the desk stands', figures)
  })

  it('red twin: a desk that asks again from where it began, not from what it has heard, is found out', {
    timeout: LONG,
  }, async ({ expect, onTestFinished: atEnd }) => {
    const program = await deskProgram([
      { file: 'desk/net/live.ts', find: 'address(last)', put: 'address(options.after)' },
    ])
    const { figures } = await run({ engine: sqlite, atEnd }, queueStands, { program })
    expect(figures.twice).toBeGreaterThan(0)
    tellTwin(PROOF, 'sqlite: desks ask again from where they began', figures)
  })
})
