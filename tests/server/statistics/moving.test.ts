/** What is counted of a request outlives it, and by no order, time or transaction leads back to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../server/callbacks/erase.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { verify } from '../../../server/commands/verify/command.ts'
import { moveStatistics } from '../../../server/statistics/move.ts'
import { newId } from '../../../server/store/ids.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { DAY, KEEPING, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, place, settle } from '../../support/people.ts'
import { counted } from '../../support/statistics.ts'

describe.each(engines)('statistics ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  beforeEach(async () => {
    clock.set('2026-11-24T10:00:00+02:00')
    database = await engine.create()
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store, { seed: place(100) })
  })
  afterEach(() => database.remove())

  const rowsOf = (table: 'statistics' | 'statistics_waiting') =>
    deps.store.read(ORGANISATION, (view) => rawOf(view).selectFrom(table).selectAll().execute())
  const move = () => moveStatistics(deps.store, ORGANISATION, clock.now())
  const withdrawn = async (count: number) => {
    for (let made = 0; made < count; made++) {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      await withdraw(deps, ORGANISATION, sent)
    }
  }
  const closed = async (outcome: 'advice-given' | 'duplicate' = 'advice-given') => {
    const { id } = await submit(deps, ORGANISATION, body())
    await take(deps, aino, id)
    await close(deps, aino, id, { outcome, recorded: true })
    return id
  }

  it('keep nothing that can be read of a request while it is kept, nor when it was erased, until many are moved', async () => {
    await closed()
    expect([await rowsOf('statistics'), await rowsOf('statistics_waiting')]).toEqual([[], []])
    await withdrawn(1)
    clock.pass(31 * DAY)
    await eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)
    const waiting = await rowsOf('statistics_waiting')
    expect(waiting).toHaveLength(2)
    for (const row of waiting) expect(JSON.stringify(row)).not.toMatch(/laukaa|money|withdrawn|advice|2026/)
    // each as long as the other: a length tells nothing
    expect(new Set(waiting.map(({ sealed }) => sealed.length)).size).toBe(1)
    expect(await move()).toBe(0)
    expect(await rowsOf('statistics')).toEqual([])
    expect((await counted(deps.store)).map(({ outcome }) => outcome).sort()).toEqual([
      'advice-given',
      'withdrawn',
    ])
  })

  it('are moved when there are twenty, each once', async () => {
    await withdrawn(19)
    expect(await move()).toBe(0)
    await withdrawn(1)
    expect(await move()).toBe(20)
    expect(await rowsOf('statistics_waiting')).toEqual([])
    expect(await rowsOf('statistics')).toHaveLength(20)
    expect(await move()).toBe(0)
  })

  it('wait no longer than ninety days after their day, however few they are', async () => {
    await withdrawn(1)
    clock.pass(89 * DAY)
    expect(await move()).toBe(0)
    clock.pass(2 * DAY)
    expect(await move()).toBe(1)
  })

  it('are not moved alone for having been received long ago: what is erased late waits with the others', async () => {
    const late = { ...FIGURES, day: '2026-07-01' }
    await deps.store.record(ORGANISATION, ({ statistics }) => statistics.wait(late, '2026-11-24'))
    expect(await move()).toBe(0)
    clock.pass(91 * DAY)
    expect(await move()).toBe(1)
  })

  const NUMBERS = Array.from({ length: 30 }, (_, at) => at)
  const order = async () => (await rowsOf('statistics')).map(({ attempts }) => attempts)

  it('lie in an order that is not the one in which the requests went', async () => {
    for (const attempts of NUMBERS)
      await deps.store.record(ORGANISATION, ({ statistics }) =>
        statistics.wait({ ...FIGURES, attempts }, FIGURES.day),
      )
    await move()
    const found = await order()
    expect([...found].sort((one, other) => one - other)).toEqual(NUMBERS)
    // of thirty a fair shuffle keeps the order once in 10^32
    expect(found).not.toEqual(NUMBERS)
  })

  it('written as the requests go lie in their order (red twin)', async () => {
    for (const attempts of NUMBERS)
      await deps.store.record(ORGANISATION, ({ statistics }) =>
        statistics.add({ row: newId(clock.now()), ...FIGURES, attempts }),
      )
    expect(await order()).toEqual(NUMBERS)
  })

  it('count a request once, as it ended, and one that cannot be opened not at all', async () => {
    const [good, bad] = [await closed('duplicate'), await closed()]
    await deps.store.record(ORGANISATION, async (tx) => {
      await rawOf(tx).updateTable('callback_request').set({ area: 'north' }).where('id', '=', bad).execute()
    })
    clock.pass(31 * DAY)
    expect(await eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)).toMatchObject({
      erased: 2,
      kept: 0,
    })
    expect(good).not.toBe(bad)
    expect((await counted(deps.store)).map(({ outcome }) => outcome)).toEqual(['duplicate'])
  })

  it('that were altered while they waited are told by verify, and hold nothing up', async () => {
    await withdrawn(21)
    await deps.store.record(ORGANISATION, async (tx) => {
      const db = rawOf(tx)
      const [first] = await db.selectFrom('statistics_waiting').select('id').limit(1).execute()
      await db
        .updateTable('statistics_waiting')
        .set({ sealed: 'v1.x.y' })
        .where('id', '=', String(first?.id))
        .execute()
    })
    expect(await move()).toBe(20)
    expect((await verify(deps.store, {})).lines.join()).toMatch(
      /counted of an erased request .* cannot be opened/,
    )
  })
})

const FIGURES = {
  ...{ day: '2026-11-24', hour: 9, area: 'south', municipality: '172', lane: 'callback', asker: null },
  ...{ segment: 's', life_areas: '[]', language: 'fi', revision: 'r1', dont_know_steps: '[]', attempts: 1 },
  ...{ minutes_to_attempt: 1, minutes_to_contact: 1, dated: 1, same_day: 1, within_promise: 1 },
  ...{
    reached_same_day: 1,
    reached_within_promise: 1,
    failure_demand: 0,
    outcome: 'advised',
    channel: 'chat',
  },
}
