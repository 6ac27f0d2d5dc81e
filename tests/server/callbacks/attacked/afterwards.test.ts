/** Reopening after days, an absence over a row that was altered, and what an address answers to nonsense. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { handOnFromAbsent } from '../../../../server/callbacks/absent/hand-on.ts'
import { close } from '../../../../server/callbacks/close.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { reopen } from '../../../../server/callbacks/found/reopen.ts'
import { mine } from '../../../../server/callbacks/mine.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { attempt } from '../../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../../server/callbacks/tries/reached.ts'
import { rawOf } from '../../../../server/store/raw.ts'
import { DAY, MINUTE, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, ORGANISATION, settle } from '../../../support/people.ts'
import { counted } from '../../../support/statistics.ts'

const keys = testKeys()

describe.each(engines)('afterwards ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  beforeAll(async () => {
    database = await engine.create()
    deps = { store: await database.open({ clock, keys }), clock, content }
    await settle(deps.store)
  })
  afterAll(() => database.remove())
  const held = async (more: object = {}) => {
    clock.pass(1000)
    const sent = body(more as never)
    await submit(deps, ORGANISATION, sent)
    await take(deps, aino, sent.id)
    return sent
  }
  const rowOf = (id: string) => deps.store.read(ORGANISATION, ({ requests }) => requests.find(id))

  it('a kept promise stays kept when the resident calls back after days and the request is opened again', async () => {
    const { id, code } = await held()
    clock.pass(5 * MINUTE)
    // called, talked, closed as the desk lets one: the outcome tells the contact
    await close(deps, aino, id, { outcome: 'advice-given', recorded: true })
    expect((await counted(deps.store)).at(-1)).toMatchObject({ within_promise: 1, reached_within_promise: 1 })
    clock.pass(3 * DAY)
    onTestFinished(() => clock.set('2026-11-24T10:20:00+02:00'))
    await reopen(deps, elias, id, {})
    expect.soft((await mine(deps, ORGANISATION, { id, code })).attempts).toHaveLength(1)
    expect.soft((await queue(deps, elias, { state: 'overdue' })).rows.map((row) => row.id)).not.toContain(id)
    await attempt(deps, elias, id, { way: 'call', result: 'answered' })
    await close(deps, elias, id, { outcome: 'advice-given', recorded: true })
    expect((await counted(deps.store)).at(-1)).toMatchObject({ within_promise: 1, same_day: 1 })
    clock.set('2026-11-24T10:20:00+02:00')
  })

  it('whom an absent colleague had reached, and nobody stands in for, waits for somebody to go on', async () => {
    const { id } = await held()
    await reached(deps, aino, id)
    await deps.store.record(ORGANISATION, (tx) =>
      tx.placeTables.putAbsence('aino', '2026-11-24', { to_day: '2026-11-24', substitute: null } as never),
    )
    await handOnFromAbsent(deps.store, ORGANISATION, clock.now()).catch(() => undefined)
    const row = await rowOf(id)
    const seen = await Promise.all(
      (['waiting', 'mine', 'tried'] as const).map(async (state) =>
        (await queue(deps, elias, { state })).rows.some((one) => one.id === id),
      ),
    )
    expect(
      row?.taken_by !== null || seen.includes(true),
      JSON.stringify([row?.status, row?.taken_by, seen]),
    ).toBe(true)
  })

  it('one row that was altered in the database does not keep the others from the substitute', async () => {
    const one = await held()
    const two = await held()
    const [first, second] = [one.id, two.id].sort() as [string, string]
    await deps.store.record(ORGANISATION, async (tx) => {
      await tx.placeTables.putAbsence('aino', '2026-11-24', {
        to_day: '2026-11-24',
        substitute: 'elias',
      } as never)
    })
    await deps.store.record(ORGANISATION, async (tx) => {
      await rawOf(tx).updateTable('callback_request').set({ attempts: 7 }).where('id', '=', first).execute()
    })
    await handOnFromAbsent(deps.store, ORGANISATION, clock.now()).catch((thrown) => thrown)
    expect((await rowOf(second))?.taken_by).toBe('elias')
  })
})
