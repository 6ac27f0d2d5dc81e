/** A clock that has jumped erases nothing until somebody says that it is right. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../server/callbacks/erase.ts'
import { dateUndated } from '../../../server/callbacks/forward.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { erase } from '../../../server/jobs/erase.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { isHeld } from '../../../server/promise/held.ts'
import { hasJumped, judgeClock, sayClockIsRight, watchClock } from '../../../server/start/judge-clock.ts'
import { DAY, HOUR, KEEPING, MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

describe.each(engines)('the clock of the machine ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  let id: string
  beforeEach(async () => {
    clock.set('2026-11-24T10:00:00+02:00')
    database = await engine.create()
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store)
    id = (await submit(deps, ORGANISATION, body())).id
    await take(deps, aino, id)
    await close(deps, aino, id, { outcome: 'other', recorded: true })
  })
  afterEach(() => database.remove())

  const started = () => judgeClock(deps.store, ORGANISATION, clock.now())
  const erased = () => erase.does({ ...deps, organisation: ORGANISATION, ...KEEPING })
  const isKept = async () =>
    (await deps.store.read(ORGANISATION, ({ requests }) => requests.find(id))) !== undefined

  it('that stands 400 days ahead at a start erases nothing, however much is stored under it', async () => {
    clock.pass(400 * DAY)
    expect(await started()).toBe(true)
    expect(await erased()).toBe('erasing-held')
    await submit(deps, ORGANISATION, body())
    expect(await started()).toBe(true)
    expect(await erased()).toBe('erasing-held')
    expect(await isKept()).toBe(true)
  })

  it('that was said to be right erases again', async () => {
    clock.pass(400 * DAY)
    await started()
    await sayClockIsRight(deps.store, ORGANISATION)
    expect(await started()).toBe(false)
    expect(await erased()).toBeUndefined()
    expect(await isKept()).toBe(false)
  })

  it('that was never judged erases in the act (red twin)', async () => {
    clock.pass(400 * DAY)
    await eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)
    expect(await isKept()).toBe(false)
  })

  const asked = async () => {
    const { promise } = await submit(deps, ORGANISATION, body())
    const { areas } = await estimates(deps, ORGANISATION, 'laukaa')
    return { bound: promise?.day, told: areas.map((area) => area.promise?.day).filter(Boolean) }
  }

  it('promises no day while it is held: requests are kept in their order, and dated when it is right again', async () => {
    const before = await asked()
    expect(before.bound).toBe('2026-11-24')
    expect(before.told.length).toBeGreaterThan(0)
    clock.pass(400 * DAY)
    await started()
    expect(await asked()).toEqual({ bound: undefined, told: [] })
    await dateUndated(deps.store, ORGANISATION, 'south', clock.now())
    const undated = () => deps.store.read(ORGANISATION, (view) => view.queue.undated('south', 10))
    expect(await undated()).toHaveLength(1)
    clock.pass(-400 * DAY)
    await sayClockIsRight(deps.store, ORGANISATION)
    await dateUndated(deps.store, ORGANISATION, 'south', clock.now())
    expect(await undated()).toEqual([])
    expect((await asked()).bound).toBe('2026-11-24')
  })

  it('that jumps while the server runs is held within a look, told once, and a machine that slept is not', async () => {
    let counted = 0
    const told: string[] = []
    const clocks = { wall: () => clock.now(), counted: () => counted }
    const watch = watchClock(deps.store, ORGANISATION, (line) => told.push(line), clocks)
    watch.stop()
    const pass = async (wall: number, ms = wall) => {
      clock.pass(wall)
      counted += ms
      await watch.look()
      return deps.store.read(ORGANISATION, isHeld)
    }
    expect(await pass(90 * DAY)).toBe(false)
    expect(await pass(3 * DAY, 0)).toBe(false)
    expect(await pass(-5 * MINUTE, 0)).toBe(false)
    expect(await pass(-HOUR, MINUTE)).toBe(true)
    expect(await erased()).toBe('erasing-held')
    expect(await pass(MINUTE)).toBe(true)
    await sayClockIsRight(deps.store, ORGANISATION)
    expect(await pass(MINUTE)).toBe(false)
    expect(await pass(400 * DAY, MINUTE)).toBe(true)
    expect(told).toEqual(['clock-jumped', 'clock-jumped'])
  })

  it('behind what was written last is held too; a pause and a restored backup are not', async () => {
    const last = clock.now()
    expect(hasJumped(last - HOUR, last)).toBe(true)
    expect(hasJumped(last - 30 * DAY, last)).toBe(true)
    for (const later of [-5 * MINUTE, 0, 4 * DAY, 30 * DAY]) expect(hasJumped(last + later, last)).toBe(false)
    expect(hasJumped(last, undefined)).toBe(false)
    clock.pass(4 * DAY)
    expect(await started()).toBe(false)
  })
})
