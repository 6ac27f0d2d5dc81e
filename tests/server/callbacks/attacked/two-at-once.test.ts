/** What two do at once, in two processes, and appointments: each is first or refused, and places are counted once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../../server/callbacks/close.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../../server/callbacks/erase.ts'
import { unfold } from '../../../../server/callbacks/fold.ts'
import { reopen } from '../../../../server/callbacks/found/reopen.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { attempt } from '../../../../server/callbacks/tries/attempt.ts'
import { rangBack } from '../../../../server/callbacks/tries/rang-back.ts'
import { undo } from '../../../../server/callbacks/tries/undo.ts'
import { visit } from '../../../../server/callbacks/visit.ts'
import { localTime } from '../../../../server/promise/local-time.ts'
import { DAY, HOUR, MINUTE, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, ORGANISATION, settle } from '../../../support/people.ts'
import { counted } from '../../../support/statistics.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const
let numbers = 0
const newNumber = () => `050 ${String(4_000_000 + ++numbers)}`

describe.each(engines)('at once ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  let other: Deps
  beforeAll(async () => {
    database = await engine.create()
    deps = { store: await database.open({ clock, keys }), clock, content }
    await settle(deps.store)
    other = { ...deps, store: await database.open({ clock, keys }) }
  })
  afterAll(async () => {
    await other.store.close()
    await database.remove()
  })
  const ask = async (more: object = {}) => {
    clock.pass(1000)
    const sent = body(more as never)
    await submit(deps, ORGANISATION, sent)
    return sent.id
  }
  const used = async () => {
    const { day } = localTime(clock.now())
    const rows = await deps.store.read(ORGANISATION, ({ capacity }) => capacity.used(['south'], day))
    return rows.reduce((all, { used: some }) => all + some, 0)
  }
  const rowOf = (id: string) => deps.store.read(ORGANISATION, ({ requests }) => requests.find(id))

  it('an attempt from before the appointment, taken back, leaves the appointment that kept the promise', async () => {
    const id = await ask({ contact: { way: 'visit' } })
    await take(deps, aino, id)
    clock.pass(HOUR / 2)
    const row = await visit(deps, aino, id, {
      station: 'joutsa',
      day: '2026-11-30',
      from: '09:00',
      to: '10:00',
    })
    expect(row.firstAttemptAt).toBeDefined()
    clock.pass(MINUTE)
    const at = new Date(clock.now() - HOUR / 4).toISOString()
    await attempt(deps, aino, id, { way: 'visit', result: 'no-answer', at })
    expect((await undo(deps, aino, id, {})).firstAttemptAt).toBe(row.firstAttemptAt)
  })

  it('a visit that is set again after nobody came is what is due next', async () => {
    const id = await ask({ contact: { way: 'visit' } })
    await take(deps, aino, id)
    await visit(deps, aino, id, { station: 'joutsa', day: '2026-11-25', from: '09:00', to: '10:00' })
    clock.set('2026-11-25T10:05:00+02:00')
    await attempt(deps, aino, id, { way: 'visit', result: 'no-answer' })
    await visit(deps, aino, id, { station: 'joutsa', day: '2026-12-01', from: '09:00', to: '10:00' })
    clock.set('2026-12-01T10:30:00+02:00')
    const { rows } = await queue(deps, aino, { state: 'overdue' })
    expect(rows.map((one) => one.id)).toContain(id)
    // and it was not late in the days before
    clock.set('2026-11-27T17:00:00+02:00')
    const before = await queue(deps, aino, { state: 'overdue' })
    expect(before.rows.map((one) => one.id)).not.toContain(id)
    clock.set('2026-12-01T11:00:00+02:00')
  })

  it('of those folded under one that leaves, none stands under another that itself went aside', async () => {
    const phone = newNumber()
    const contact = { way: 'call', phone }
    const ids: string[] = []
    for (let at = 0; at < 4; at++) ids.push(await ask({ contact }))
    const head = ids[0] as string
    await deps.store.record(ORGANISATION, async (tx) => {
      const row = await tx.requests.find(head)
      if (row) await unfold(tx, row, async () => false)
    })
    for (const id of ids) {
      const row = await rowOf(id)
      if (!row?.folded_under) continue
      expect((await rowOf(row.folded_under))?.aside ?? null, 'stands under one that is aside').toBeNull()
    }
  })

  it('an undo after somebody rang back with words does not take half of it', async () => {
    const id = await ask()
    await take(deps, aino, id)
    await rangBack(deps, aino, id, { text: 'Soita huomenna.' })
    const outcome = await undo(deps, aino, id, {}).catch(() => undefined)
    const { row, notes } = await openRequest(deps, aino, id)
    // either both or neither
    expect(
      [outcome !== undefined, notes.length === 0, row.rangBackAt === undefined].every(
        (one, _, all) => one === all[0],
      ),
    ).toBe(true)
  })

  it('two attempts in the same minute: the second taken back leaves who was reached by the first', async () => {
    const id = await ask()
    await take(deps, aino, id)
    clock.pass(5 * MINUTE)
    const at = new Date(clock.now() - MINUTE).toISOString()
    await attempt(deps, aino, id, { way: 'call', result: 'answered', at })
    await attempt(deps, aino, id, { way: 'call', result: 'answered', at })
    expect(await undo(deps, aino, id, {})).toMatchObject({ status: 'reached', attempts: 1 })
  })

  it('siblings closed while another takes one, in two processes: places are given back once, each ends or is taken', async () => {
    for (let round = 0; round < 4; round++) {
      const phone = newNumber()
      const before = await used()
      const contact = { way: 'call', phone }
      const [one, two, three] = [await ask({ contact }), await ask({ contact }), await ask({ contact })] as [
        string,
        string,
        string,
      ]
      await take(deps, aino, one)
      await Promise.allSettled([
        close(deps, aino, one, { outcome: 'duplicate', recorded: true, also: [two, three] }),
        take(other, elias, two),
        take(other, elias, three),
      ])
      const rows = await Promise.all([one, two, three].map(rowOf))
      const isAll = rows.every((row) => row?.status === 'closed')
      const isNone = rows.every((row) => row?.closed_at === null)
      expect(isAll || isNone).toBe(true)
      for (const [at, row] of rows.entries()) {
        const id = [one, two, three][at] as string
        const events = await deps.store.read(ORGANISATION, ({ log }) => log.of(id))
        expect(events.filter(({ type }) => type === 'request-closed').length).toBe(isAll ? 1 : 0)
        if (row?.closed_at === null && row.taken_by)
          await close(deps, row.taken_by === 'aino' ? aino : elias, id, {
            outcome: 'duplicate',
            recorded: true,
          })
      }
      for (const id of [one, two, three]) {
        const row = await rowOf(id)
        if (row?.closed_at !== null) continue
        await take(deps, aino, id)
        await close(deps, aino, id, { outcome: 'duplicate', recorded: true })
      }
      expect(await used()).toBe(before)
    }
  })

  it('reopened while it is erased, in two processes: it is open and counted by nobody, or gone and counted once', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await ask()
      await take(deps, aino, id)
      await close(deps, aino, id, { outcome: 'duplicate', recorded: true })
      clock.pass(31 * DAY)
      await Promise.allSettled([
        reopen(deps, aino, id, {}),
        eraseDue(other.store, ORGANISATION, clock.now(), { keepDays: 30, keepUnrecordedDays: 90 }),
      ])
      const row = await rowOf(id)
      if (row) {
        expect(row.closed_at).toBeNull()
        expect(
          await deps.store.read(ORGANISATION, async ({ seal }) => seal.open(row).figures),
        ).toBeUndefined()
        await close(deps, aino, id, { outcome: 'duplicate', recorded: true })
      }
    }
  })

  it('undo against a colleague who writes a note: one of them is first, and the figures count as they stand', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await ask()
      await take(deps, aino, id)
      await attempt(deps, aino, id, missed)
      const [undone] = await Promise.allSettled([undo(deps, aino, id, {}), rangBack(other, elias, id, {})])
      const row = await rowOf(id)
      expect(row?.attempts).toBe(undone?.status === 'fulfilled' ? 0 : 1)
      await close(deps, aino, id, { outcome: 'duplicate', recorded: true })
    }
    expect((await counted(deps.store)).length).toBeGreaterThan(0)
  })
})
