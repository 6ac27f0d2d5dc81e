/** Closed by mistake, or the resident rings again: opened again it is one request as before, counted once, recorded once more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../server/callbacks/erase.ts'
import { reopen } from '../../../server/callbacks/found/reopen.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { release } from '../../../server/callbacks/release.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../server/callbacks/tries/reached.ts'
import { localTime } from '../../../server/promise/local-time.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { DAY, MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle } from '../../support/people.ts'
import { counted } from '../../support/statistics.ts'

type Closing = Parameters<typeof close>[3]
const done: Closing = { outcome: 'advice-given', recorded: true }
const keys = testKeys()
const KEEP = { keepDays: 30, keepUnrecordedDays: 60 }

describe.each(engines)('opened again ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  beforeAll(async () => {
    database = await engine.create()
    deps = { store: await database.open({ clock, keys }), clock, content }
    await settle(deps.store)
  })
  afterAll(() => database.remove())

  async function asked(phone?: string) {
    const sent = body(phone ? { contact: { way: 'call', phone } } : {})
    const { reference } = await submit(deps, ORGANISATION, sent)
    clock.pass(MINUTE)
    return { id: sent.id, code: sent.code, reference }
  }
  async function closed(closing: Closing = done, phone?: string) {
    const sent = await asked(phone)
    await take(deps, aino, sent.id)
    await close(deps, aino, sent.id, closing)
    return sent
  }
  const rowOf = (id: string) => deps.store.read(ORGANISATION, ({ requests }) => requests.find(id))
  const used = async () => {
    const { day } = localTime(clock.now())
    const rows = await deps.store.read(ORGANISATION, ({ capacity }) => capacity.used(['south'], day))
    return rows.reduce((all, { used: some }) => all + some, 0)
  }

  it('it is taken by who opened it, stands in the queue, and nothing is left of how it had ended', async () => {
    const { id, code, reference } = await closed()
    const { number } = await queue(deps, elias)
    const row = await reopen(deps, elias, id, {})
    expect(row).toMatchObject({ id, reference, status: 'taken', takenBy: { firstName: 'Elias' } })
    expect(row.takenUntil).toBe(new Date(clock.now() + 30 * MINUTE).toISOString())
    expect(await rowOf(id)).toMatchObject({ closed_at: null, outcome: null, recorded: 0 })
    const open = await openRequest(deps, aino, id)
    expect(open.closing).toBeUndefined()
    expect(open.history.at(-1)).toMatchObject({ type: 'request-reopened', by: 'Elias' })
    const changed = await queue(deps, aino, { since: String(number) })
    expect(changed.rows.map((one) => one.id)).toContain(id)
    const page = await mine(deps, ORGANISATION, { id: 'mine', code })
    expect(page).toMatchObject({ status: 'taken', caller: { firstName: 'Elias' }, mayWithdraw: true })
  })

  it('whoever of its area may, and nobody else; nor one that is open', async () => {
    const { id } = await closed()
    await expect(reopen(deps, helmi, id, {})).rejects.toMatchObject({ code: 'not-found' })
    await reopen(deps, elias, id, {})
    await expect(reopen(deps, aino, id, {})).rejects.toMatchObject({ code: 'wrong-status' })
    await expect(reopen(deps, elias, id, {})).rejects.toMatchObject({ code: 'wrong-status' })
  })

  it('a press that comes twice opens it once, and one upon an older state does nothing', async () => {
    const { id } = await closed()
    const { version } = await openRequest(deps, aino, id)
    const events = async () => (await openRequest(deps, aino, id)).history.length
    await reopen(deps, aino, id, { version })
    const before = await events()
    expect(await reopen(deps, aino, id, { version })).toMatchObject({ status: 'taken' })
    expect(await events()).toBe(before)
    await close(deps, aino, id, done)
    await expect(reopen(deps, aino, id, { version })).rejects.toMatchObject({ code: 'wrong-status' })
    expect(await rowOf(id)).toMatchObject({ status: 'closed' })
  })

  it('of many who press at once, in two processes, one opens it; who marks it as recorded meanwhile takes nothing away', async () => {
    const other = { ...deps, store: await database.open({ clock, keys }) }
    for (let round = 0; round < 5; round++) {
      const { id } = await closed({ ...done, recorded: false })
      const { version } = await openRequest(deps, aino, id)
      const pressed = await Promise.allSettled([
        ...[aino, elias, aino, elias].map((who, at) => reopen(at < 2 ? other : deps, who, id, { version })),
        ...(round % 2 ? [close(other, elias, id, done)] : []),
      ])
      for (const one of pressed)
        if (one.status === 'rejected') expect(['wrong-status', 'not-yours']).toContain(one.reason.code)
      const { history } = await openRequest(deps, aino, id)
      const opened = history.filter(({ type }) => type === 'request-reopened')
      // marked as recorded before any of them, it was another than they had seen
      const isMarked = history.at(-1)?.type === 'request-closed' && opened.length === 0
      expect(opened).toHaveLength(isMarked ? 0 : 1)
      const row = await rowOf(id)
      expect(row?.closed_at === null).toBe(history.at(-1)?.type === 'request-reopened')
      expect(row?.outcome === null).toBe(row?.closed_at === null)
    }
    await other.store.close()
  })

  /** How many rows of figures a request leaves that was closed, opened again and closed. */
  async function figuresOf(open: typeof reopen) {
    const before = (await counted(deps.store)).length
    const { id } = await asked()
    await take(deps, aino, id)
    await reached(deps, aino, id)
    await close(deps, aino, id, { ...done, failureDemand: true })
    await open(deps, elias, id, {})
    const between = (await counted(deps.store)).length
    await attempt(deps, elias, id, { way: 'call', result: 'answered' })
    await close(deps, elias, id, { outcome: 'guided-to-apply', recorded: false })
    const after = (await counted(deps.store)).length
    return { between: between - before, after: after - before, id }
  }

  it('it is counted once, as it ended at last, and while it is open not at all', async () => {
    const { id, ...count } = await figuresOf(reopen)
    expect(count).toEqual({ between: 0, after: 1 })
    const figures = await deps.store.read(ORGANISATION, async ({ requests, seal }) => {
      const row = await requests.find(id)
      return row && seal.open(row).figures
    })
    expect(figures).toMatchObject({ outcome: 'guided-to-apply', failure_demand: 0, attempts: 2 })
  })

  it('one that left its figures behind would be counted twice (red twin)', async () => {
    const careless: typeof reopen = async (given, who, id, told) => {
      await deps.store.record(ORGANISATION, async (tx) => {
        const row = await tx.requests.find(id)
        const figures = row && tx.seal.open(row).figures
        if (figures) await tx.statistics.wait(figures, figures.day)
      })
      return reopen(given, who, id, told)
    }
    const { id: _id, ...count } = await figuresOf(careless)
    expect(count).toEqual({ between: 1, after: 2 })
  })

  it('its sealed contents hold no figures while it is open', async () => {
    const { id } = await closed()
    await reopen(deps, aino, id, {})
    const row = await rowOf(id)
    const { figures } = await deps.store.read(ORGANISATION, async ({ seal }) => seal.open(row as never))
    expect(figures).toBeUndefined()
  })

  it('it takes its place of the day back, so that none is given away twice', async () => {
    const at = await used()
    const { id } = await asked()
    expect(await used()).toBe(at + 1)
    for (let time = 0; time < 3; time++) {
      await take(deps, aino, id)
      await close(deps, aino, id, { ...done, outcome: 'duplicate' })
      expect(await used()).toBe(at)
      await reopen(deps, aino, id, {})
      expect(await used()).toBe(at + 1)
      await release(deps, aino, id)
    }
    await take(deps, aino, id)
    await attempt(deps, aino, id, { way: 'call', result: 'no-answer' })
    await close(deps, aino, id, done)
    await reopen(deps, aino, id, {})
    expect(await used()).toBe(at + 1)
  })

  it('one that was folded under another stands on its own', async () => {
    const phone = '040 600 7001'
    const [, , third] = [await asked(phone), await asked(phone), await asked(phone)]
    expect((await rowOf(third?.id ?? ''))?.folded_under).not.toBeNull()
    await take(deps, aino, third?.id ?? '')
    await close(deps, aino, third?.id ?? '', done)
    await reopen(deps, aino, third?.id ?? '', {})
    expect((await rowOf(third?.id ?? ''))?.folded_under).toBeNull()
    expect((await queue(deps, aino, { state: 'mine' })).rows.map(({ id }) => id)).toContain(third?.id)
  })

  it('its reference is its own: no new request gets that of one that is kept', async () => {
    const { reference } = await closed()
    const known = await deps.store.read(ORGANISATION, ({ found }) => found.withReference(reference))
    expect(known).toHaveLength(1)
    expect(known[0]?.closed_at).not.toBeNull()
  })

  it('of older ones another may have it by now: then it gets a new one, and both are found', async () => {
    const older = await closed()
    const newer = await asked()
    await deps.store.record(ORGANISATION, async (tx) => {
      const row = await tx.requests.find(older.id)
      if (row) await tx.requests.change(row, { reference: newer.reference })
    })
    const { reference } = await reopen(deps, aino, older.id, {})
    expect(reference).not.toBe(newer.reference)
    expect(await rowOf(newer.id)).toMatchObject({ reference: newer.reference })
    expect(await mine(deps, ORGANISATION, { id: 'mine', code: older.code })).toMatchObject({ reference })
  })

  it('it is not erased while it is open, even when somebody alters its row; and then from its last closing on', async () => {
    const { id } = await closed()
    clock.pass(29 * DAY)
    await reopen(deps, aino, id, {})
    clock.pass(5 * DAY)
    await eraseDue(deps.store, ORGANISATION, clock.now(), KEEP)
    expect(await rowOf(id)).toBeDefined()
    await deps.store.record(ORGANISATION, async (tx) => {
      const at = { closed_at: clock.now() - 40 * DAY, recorded: 1 }
      await rawOf(tx).updateTable('callback_request').set(at).where('id', '=', id).execute()
    })
    const { kept } = await eraseDue(deps.store, ORGANISATION, clock.now(), KEEP)
    expect(kept).toBe(1)
    expect(await rowOf(id)).toBeDefined()
    await deps.store.record(ORGANISATION, async (tx) => {
      const at = { closed_at: null, recorded: 0 }
      await rawOf(tx).updateTable('callback_request').set(at).where('id', '=', id).execute()
    })
    await take(deps, aino, id)
    await close(deps, aino, id, done)
    clock.pass(29 * DAY)
    await eraseDue(deps.store, ORGANISATION, clock.now(), KEEP)
    expect(await rowOf(id)).toBeDefined()
    clock.pass(2 * DAY)
    await eraseDue(deps.store, ORGANISATION, clock.now(), KEEP)
    await expect(reopen(deps, aino, id, {})).rejects.toMatchObject({ code: 'not-found' })
  })

  // on SQLite one act follows another
  if (engine.name === 'postgres') {
    it('one that is opened while erasure has just read it as closed is not erased', async () => {
      const { id } = await closed()
      clock.pass(31 * DAY)
      const other = { ...deps, store: await database.open({ clock, keys }) }
      let opened = false
      const record: Deps['store']['record'] = (organisation, act) =>
        deps.store.record(organisation, (tx) =>
          act({
            ...tx,
            statistics: {
              ...tx.statistics,
              wait: async (figures, since) => {
                if (!opened) await reopen(other, aino, id, {})
                opened = true
                return tx.statistics.wait(figures, since)
              },
            },
          }),
        )
      const before = (await counted(deps.store)).length
      await eraseDue({ ...deps.store, record }, ORGANISATION, clock.now(), KEEP)
      expect(opened).toBe(true)
      expect(await rowOf(id)).toMatchObject({ status: 'taken' })
      // what had been counted of it is not
      expect((await counted(deps.store)).length).toBe(before - 1)
      await other.store.close()
    })
  }
})
