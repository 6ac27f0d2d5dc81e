/** What the running server does by itself: each job when it is due, in one process at a time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import type { Job } from '../../../server/jobs/job.ts'
import { jobs } from '../../../server/jobs/jobs.ts'
import { schedule } from '../../../server/jobs/schedule.ts'
import { DAY, HOUR, KEEPING, MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

const settled = (spy: { mock: { settledResults: { type: string }[] } }) =>
  spy.mock.settledResults.filter(({ type }) => type === 'fulfilled').length

describe.each(engines)('the jobs of the server ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  let stops: (() => void)[]
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    database = await engine.create()
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store)
    stops = []
  })
  afterEach(async () => {
    for (const stop of stops) stop()
    vi.useRealTimers()
    await database.remove()
  })

  const house = () => ({ ...deps, organisation: ORGANISATION, ...KEEPING })
  /** A process that runs these jobs; what it says is kept. */
  const begin = (of: readonly Job[], { store = deps.store, said = [] as string[] } = {}) => {
    stops.push(schedule(of, { ...house(), store }, (line) => void said.push(line)))
    return said
  }
  const pass = (ms: number) => {
    clock.pass(ms)
    vi.advanceTimersByTime(ms)
  }

  /** A job that waits until it is let go, and counts how often it was begun. */
  const held = (every = HOUR) => {
    const began: (() => void)[] = []
    const job: Job = {
      name: 'held',
      every,
      does: () => new Promise((done) => began.push(() => done(undefined))),
    }
    return { job, began }
  }

  it('erases a minute after the start and at every hour what has become due, and stops when told', async () => {
    const closed = async () => {
      const { id } = await submit(deps, ORGANISATION, body())
      await take(deps, aino, id)
      await close(deps, aino, id, { outcome: 'other', recorded: true })
      return id
    }
    const isKept = async (id: string) =>
      (await deps.store.read(ORGANISATION, (view) => view.requests.find(id))) !== undefined
    const first = await closed()
    clock.pass(30 * DAY)
    const second = await closed()
    const others = vi.getTimerCount()
    begin(jobs)
    pass(MINUTE - 1)
    expect(await isKept(first)).toBe(true)
    pass(1)
    await expect.poll(() => isKept(first)).toBe(false)
    expect(await isKept(second)).toBe(true)
    clock.pass(30 * DAY)
    // the first run may still hold the job after what it erased is gone
    const later = async () => {
      pass(HOUR)
      return isKept(second)
    }
    await expect.poll(later).toBe(false)
    for (const stop of stops) stop()
    await expect.poll(() => vi.getTimerCount()).toBe(others)
  })

  it('says when a job could not be done, and does it again', async () => {
    let fails = true
    let done = 0
    const does = async () => {
      if (fails) throw new Error('away')
      done += 1
      return 'something-waits'
    }
    const said = begin([{ name: 'failing', every: HOUR, does }])
    await expect.poll(() => said).toEqual(['job-failed'])
    fails = false
    pass(HOUR)
    await expect.poll(() => said).toEqual(['job-failed', 'something-waits'])
    expect(done).toBe(1)
  })

  it('lets one process do a job, however many look', async () => {
    const { job, began } = held()
    const other = await database.open({ clock, keys: testKeys() })
    const [own, asked] = [vi.spyOn(deps.store, 'record'), vi.spyOn(other, 'record')]
    begin([job])
    await expect.poll(() => began.length).toBe(1)
    begin([job], { store: other })
    await expect.poll(() => settled(asked)).toBe(1)
    expect(began).toHaveLength(1)
    // done and begun less than an hour ago: not due for the other one either
    began[0]?.()
    await expect.poll(() => settled(own)).toBe(2)
    pass(HOUR / 2)
    await expect.poll(() => settled(asked)).toBe(3)
    expect(began).toHaveLength(1)
    pass(HOUR / 2)
    await expect.poll(() => began.length).toBe(2)
  })

  it('holds a long job for as long as it is being done', async () => {
    const { job, began } = held()
    const other = await database.open({ clock, keys: testKeys() })
    const asked = vi.spyOn(other, 'record')
    begin([job])
    await expect.poll(() => began.length).toBe(1)
    const kept = vi.spyOn(deps.store, 'record')
    for (let minute = 1; minute <= 90; minute += 1) {
      pass(MINUTE)
      await expect.poll(() => settled(kept)).toBeGreaterThanOrEqual(minute)
    }
    begin([job], { store: other })
    await expect.poll(() => settled(asked)).toBe(1)
    expect(began).toHaveLength(1)
  })

  it('does every job at a start, though the database remembers it as just done: it may have been restored', async () => {
    const began: number[] = []
    const does = async () => void began.push(clock.now()) as undefined
    const job: Job = { name: 'short', every: HOUR, does }
    const own = vi.spyOn(deps.store, 'record')
    begin([job])
    await expect.poll(() => settled(own)).toBe(2)
    begin([job])
    await expect.poll(() => settled(own)).toBe(4)
    expect(began).toHaveLength(2)
  })

  it('takes a job over from a process that died with it', async () => {
    const { job, began } = held()
    const dead = await database.open({ clock, keys: testKeys() })
    await dead.record(ORGANISATION, (tx) =>
      tx.jobs.claim({
        job: 'held',
        process: 'dead',
        now: clock.now(),
        until: clock.now() + 5 * MINUTE,
        dueSince: 0,
      }),
    )
    const asked = vi.spyOn(deps.store, 'record')
    begin([job])
    await expect.poll(() => settled(asked)).toBe(1)
    expect(began).toHaveLength(0)
    pass(HOUR)
    await expect.poll(() => began.length).toBe(1)
  })
})
