/** What was found by trying to break it: acts taken back, opened again, planned where nobody may call. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../../server/callbacks/close.ts'
import { correct } from '../../../../server/callbacks/correct.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { reopen } from '../../../../server/callbacks/found/reopen.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { transfer } from '../../../../server/callbacks/transfer.ts'
import { attempt } from '../../../../server/callbacks/tries/attempt.ts'
import { rangBack } from '../../../../server/callbacks/tries/rang-back.ts'
import { reached } from '../../../../server/callbacks/tries/reached.ts'
import { undo } from '../../../../server/callbacks/tries/undo.ts'
import { localTime } from '../../../../server/promise/local-time.ts'
import { HOUR, MINUTE, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../../support/people.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const
const answered = { way: 'call', result: 'answered' } as const

describe.each(engines)('acts ($name)', (engine) => {
  let clock = testClock()
  let database: TestDatabase
  let deps: Deps
  beforeAll(async () => {
    database = await engine.create()
    const moving = { now: () => clock.now() }
    deps = { store: await database.open({ clock: moving, keys }), clock: moving, content } as Deps
    await settle(deps.store)
  })
  afterAll(() => database.remove())
  const held = async (more: Parameters<typeof body>[0] = {}) => {
    const sent = body(more)
    await submit(deps, ORGANISATION, sent)
    await take(deps, aino, sent.id)
    return sent
  }
  const used = async () => {
    const { day } = localTime(clock.now())
    const rows = await deps.store.read(ORGANISATION, ({ capacity }) => capacity.used(['south'], day))
    return rows.reduce((all, { used: some }) => all + some, 0)
  }

  it('a closing that said they had talked, opened again, has one place of the calendar, not two', async () => {
    const before = await used()
    const { id } = await held()
    expect(await used()).toBe(before + 1)
    await close(deps, aino, id, { outcome: 'advice-given', recorded: false })
    await reopen(deps, aino, id, {})
    expect(await used()).toBe(before + 1)
    await close(deps, aino, id, { outcome: 'duplicate', recorded: true })
    expect(await used()).toBe(before)
  })

  it('an answered attempt taken back leaves who was reached before and handed over to be called as before it', async () => {
    const { id } = await held()
    await reached(deps, aino, id)
    clock.pass(MINUTE)
    await transfer(deps, aino, id, { area: 'south', reason: 'x' })
    await take(deps, aino, id)
    const before = (await openRequest(deps, aino, id)).row
    expect(before.status).toBe('taken')
    await attempt(deps, aino, id, answered)
    expect((await undo(deps, aino, id, {})).status).toBe('taken')
  })
  it('the same of one opened again', async () => {
    const { id } = await held()
    await reached(deps, aino, id)
    clock.pass(MINUTE)
    await close(deps, aino, id, { outcome: 'advice-given', recorded: false })
    await reopen(deps, aino, id, {})
    clock.pass(MINUTE)
    await attempt(deps, aino, id, answered)
    expect((await undo(deps, aino, id, {})).status).toBe('taken')
  })

  it('a planned time that no clock shows is refused in words', async () => {
    const { id } = await held()
    for (const [from, by] of [
      ['09:00', '24:00'],
      ['09:00', '99:99'],
      ['09:60', '10:00'],
    ] as const)
      await expect(
        attempt(deps, aino, id, { ...missed, next: { day: '2026-11-25', from, by } }),
      ).rejects.toMatchObject({ code: 'invalid-field' })
  })

  it('a try is never planned in the evening or the night of a half-day that is safe', async () => {
    const safe = { ...body().contact, safeToCall: false, safeTimes: ['3-morning', '3-afternoon'] }
    const { id } = await held({ contact: safe } as never)
    await expect(
      attempt(deps, aino, id, { ...missed, next: { day: '2026-11-25', from: '20:00', by: '22:00' } }),
    ).rejects.toMatchObject({ code: 'invalid-field', field: '/next' })
  })
  it('nor at five in the morning', async () => {
    const safe = { ...body().contact, safeToCall: false, safeTimes: ['3-morning', '3-afternoon'] }
    const { id } = await held({ contact: safe } as never)
    await expect(
      attempt(deps, aino, id, { ...missed, next: { day: '2026-11-25', from: '05:00', by: '06:00' } }),
    ).rejects.toMatchObject({ code: 'invalid-field', field: '/next' })
  })

  it('a planned try is given up when the resident tells in other words when contact is safe', async () => {
    const { id, code } = await held({
      contact: { ...body().contact, safeToCall: false, safeWhen: 'vain aamulla' },
    } as never)
    await attempt(deps, aino, id, { ...missed, next: { day: '2026-11-25', from: '08:00', by: '12:00' } })
    await correct(deps, ORGANISATION, { id, code }, {
      contact: { safeToCall: false, safeWhen: 'älkää soittako aamulla, vain iltapäivällä' },
    } as never)
    expect((await openRequest(deps, aino, id)).row.nextTry).toBeUndefined()
  })

  it('an attempt taken back leaves the plan that stood before it', async () => {
    const { id } = await held()
    await attempt(deps, aino, id, { ...missed, next: { day: '2026-11-26', from: '12:00', by: '16:00' } })
    const { nextTry } = (await openRequest(deps, aino, id)).row
    clock.pass(HOUR)
    await attempt(deps, aino, id, answered)
    expect((await undo(deps, aino, id, {})).nextTry).toEqual(nextTry)
  })

  it('an attempt taken back leaves the word that the resident rang back', async () => {
    const { id } = await held()
    await rangBack(deps, aino, id, {})
    const { rangBackAt } = (await openRequest(deps, aino, id)).row
    expect(rangBackAt).toBeDefined()
    await attempt(deps, aino, id, missed)
    expect((await undo(deps, aino, id, {})).rangBackAt).toBe(rangBackAt)
  })

  it('who waits without a date and was tried in another way is due when the try that was planned is', async () => {
    clock = testClock()
    const { id } = await held()
    await deps.store.record(ORGANISATION, async (tx) => {
      const row = await tx.requests.find(id)
      if (row)
        await tx.requests.change(row, {
          promise_day: null,
          promise_by: null,
          promise_until: 8_640_000_000_000_000,
        })
    })
    await attempt(deps, aino, id, {
      way: 'text',
      result: 'message-left',
      next: { day: '2026-11-25', from: '08:00', by: '12:00' },
    })
    clock.set('2026-11-25T13:00:00+02:00')
    const page = await queue(deps, aino, { state: 'overdue' })
    expect(page.rows.map((row) => row.id)).toContain(id)
  })
})
