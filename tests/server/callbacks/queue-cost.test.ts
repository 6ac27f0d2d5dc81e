/** What a page of the queue costs does not grow with the queue: 2,139 open beside a hundred. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueueAsked } from '#core/contract/queue.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { tell, tellTwin } from '../../support/evidence.ts'
import { standing } from '../../support/open-requests.ts'
import { aino, content, elias, settle, staff } from '../../support/people.ts'
import { type Counted, countDrivers } from '../../support/statements.ts'

const FEW = 100
const MANY = 2139
const ROUNDS = 11
const MINUTE = 60_000
const HELD = 30
const keys = testKeys()
const lea = staff('lea', [], ['lead'])

const median = (times: number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0
const said = ({ statements, rows }: Counted) => `${statements} statements, ${rows} rows`

describe.each(engines)('a page of the queue ($name)', (engine) => {
  const clock = testClock()
  const opened: TestDatabase[] = []
  let counting: ReturnType<typeof countDrivers>
  let few: Deps
  let many: Deps
  let manyDatabase: TestDatabase

  async function filled(count: number): Promise<Deps> {
    const database = await engine.create()
    opened.push(database)
    manyDatabase = database
    const deps = { store: await database.open({ clock, keys }), clock, content }
    await settle(deps.store, { people: [aino, elias, lea] })
    const now = clock.now()
    const taken_until = now + MINUTE
    await standing(
      deps.store,
      Array.from({ length: count }, (_, at) => ({
        area: at % 3 === 0 ? 'north' : 'south',
        promised: now + (at - 50) * MINUTE,
        received: now - at * MINUTE,
        summary: { flags: at % 33 === 0 ? 1 : 0 },
        ...(at < HELD && { row: { status: 'taken', taken_by: 'aino', taken_until, attempts: at % 2 } }),
      })),
    )
    return deps
  }
  beforeAll(async () => {
    counting = countDrivers()
    few = await filled(FEW)
    many = await filled(MANY)
  }, 120_000)
  afterAll(async () => {
    counting.stop()
    for (const database of opened) await database.remove()
  })

  const costs = async (deps: Deps, asked: QueueAsked): Promise<Counted> => {
    await queue(deps, lea, asked)
    return counting.of(() => queue(deps, lea, asked))
  }

  it.each<[string, QueueAsked]>([
    ['the first page', {}],
    ['who waits', { state: 'waiting' }],
    ['what was tried', { state: 'tried' }],
    ['what is mine', { state: 'mine' }],
    ['one area', { area: 'south' }],
    ['what has changed', { since: '2' }],
  ])(`%s costs at ${MANY} open at most twice what it costs at ${FEW}`, async (what, asked) => {
    const since = async (deps: Deps) =>
      asked.since === undefined ? asked : { since: String((await queue(deps, lea)).number) }
    const [less, more] = [await costs(few, await since(few)), await costs(many, await since(many))]
    expect(more.statements).toBeLessThanOrEqual(2 * less.statements)
    expect(more.rows).toBeLessThanOrEqual(2 * less.rows)
    tell('queue', `${engine.name}: ${what}`, { [`at ${FEW}`]: said(less), [`at ${MANY}`]: said(more) })
  })

  it('opens what was told only once: a process that would open it for each page reads the whole queue (red twin)', async () => {
    const forgetful = { ...many, store: await manyDatabase.open({ clock, keys }) }
    const first = await counting.of(() => queue(forgetful, lea))
    expect(first.rows).toBeGreaterThan(MANY)
    expect((await costs(forgetful, {})).rows).toBeLessThan(MANY / 2)
    tellTwin('queue', `${engine.name}: the first page of a process, which opens all`, { seen: said(first) })
  })

  it('takes about as long', async () => {
    const times: Record<'few' | 'many', number[]> = { few: [], many: [] }
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, deps] of Object.entries({ few, many })) {
        const { user, system } = process.cpuUsage()
        await queue(deps, lea)
        const after = process.cpuUsage()
        times[name as 'few' | 'many'].push((after.user + after.system - user - system) / 1000)
      }
    // how long is told, not judged: the machine has other things to do
    const figures = { few: median(times.few).toFixed(1), many: median(times.many).toFixed(1) }
    expect(times.many).toHaveLength(ROUNDS)
    tell('queue', `${engine.name}: ms of processor for a page`, {
      [`at ${FEW}`]: figures.few,
      [`at ${MANY}`]: figures.many,
    })
    console.log(engine.name, figures)
  })
})
